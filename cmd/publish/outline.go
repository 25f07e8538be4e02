package main

import "publish/book"

// The JSON forms of the stages of a book. Lists are never null.

type bookOutline struct {
	Title      string        `json:"title"`
	Subtitle   string        `json:"subtitle,omitempty"`
	Identifier string        `json:"identifier"`
	Language   string        `json:"language"`
	Front      []chapterForm `json:"front"`
	Parts      []partForm    `json:"parts"`
	Back       []chapterForm `json:"back"`
}

type partForm struct {
	ID       string        `json:"id,omitempty"`
	Title    string        `json:"title,omitempty"`
	Chapters []chapterForm `json:"chapters"`
}

type chapterForm struct {
	ID      string `json:"id"`
	Number  int    `json:"number,omitempty"`
	Title   string `json:"title"`
	Article string `json:"article,omitempty"`
	Words   int    `json:"words"`
	Notes   int    `json:"notes"`
}

type noteForm struct {
	ID      string    `json:"id"`
	Number  int       `json:"number"`
	Chapter string    `json:"chapter"`
	Refs    []string  `json:"refs"`
	Text    string    `json:"text"`
	Ties    []tieForm `json:"ties,omitempty"`
}

type tieForm struct {
	Was    string `json:"was"`
	Now    string `json:"now,omitempty"`
	Target string `json:"target,omitempty"`
}

type workForm struct {
	ID      string   `json:"id"`
	Key     string   `json:"key"`
	Text    string   `json:"text"`
	Authors []string `json:"authors,omitempty"`
	Title   string   `json:"title,omitempty"`
	Year    string   `json:"year,omitempty"`
	URL     string   `json:"url,omitempty"`
	In      []string `json:"in"`
	Cited   bool     `json:"cited,omitempty"` // in the list of works cited

	Work map[string]string `json:"work,omitempty"` // all that is known, as the manifest corrects it
}

type indexForm struct {
	ID       string        `json:"id"`
	Heading  string        `json:"heading"`
	Locators []locatorForm `json:"locators,omitempty"`
	See      []string      `json:"see,omitempty"`
	SeeAlso  []string      `json:"see-also,omitempty"`
	Sub      []indexForm   `json:"sub,omitempty"`
	Why      []string      `json:"why,omitempty"`
}

type locatorForm struct {
	From    string `json:"from"`
	To      string `json:"to,omitempty"`
	Chapter string `json:"chapter"`
	Note    int    `json:"note,omitempty"`
}

// outlineOf returns what the JSON form of a stage holds.
func outlineOf(b *book.Book, stage string) any {
	switch stage {
	case "book":
		o := bookOutline{Title: b.Meta.Title, Subtitle: b.Meta.Subtitle, Identifier: b.Meta.Identifier,
			Language: b.Meta.Language, Front: chapterForms(b.Front), Back: chapterForms(b.Back)}
		for _, part := range b.Parts {
			o.Parts = append(o.Parts, partForm{part.ID, part.Title, chapterForms(part.Chapters)})
		}
		return o
	case "notes":
		return noteForms(b)
	case "bibliography":
		return workForms(b)
	case "index":
		forms := []indexForm{}
		for _, group := range groupsOf(b) {
			forms = append(forms, indexForms(group.Entries)...)
		}
		return forms
	}
	panic("publish: no JSON form of " + stage)
}

func chapterForms(chapters []*book.Chapter) []chapterForm {
	forms := []chapterForm{}
	for _, c := range chapters {
		forms = append(forms, chapterForm{c.ID, c.Number, book.PlainText(c.Title), c.Article, c.Words, len(c.Notes)})
	}
	return forms
}

func noteForms(b *book.Book) []noteForm {
	forms := []noteForm{}
	for _, c := range b.Chapters() {
		for _, n := range c.Notes {
			text := ""
			book.EachText(n.Blocks, func(list []book.Inline) {
				if text != "" {
					text += "\n"
				}
				text += book.PlainText(list)
			})
			form := noteForm{ID: n.ID, Number: n.Number, Chapter: c.ID, Refs: n.Refs, Text: text}
			for _, tie := range n.Ties {
				form.Ties = append(form.Ties, tieForm(tie))
			}
			forms = append(forms, form)
		}
	}
	return forms
}

func workForms(b *book.Book) []workForm {
	forms := []workForm{}
	for _, list := range b.WorkLists() {
		forms = append(forms, listForms(list, list == b.Cited)...)
	}
	return forms
}

func listForms(list *book.Bibliography, cited bool) []workForm {
	var forms []workForm
	for _, e := range list.Entries {
		form := workForm{ID: e.ID, Key: e.Key, Text: book.PlainText(e.Text), Title: e.Work.Title,
			Year: e.Work.Year, URL: e.Work.URL, In: idsOf(e.In), Cited: cited}
		for _, a := range e.Work.Authors {
			form.Authors = append(form.Authors, a.String())
		}
		for _, f := range e.Work.Fields() {
			if form.Work == nil {
				form.Work = map[string]string{}
			}
			form.Work[f.Name] = f.Value
		}
		forms = append(forms, form)
	}
	return forms
}

func indexForms(list []*book.IndexEntry) []indexForm {
	var forms []indexForm
	for _, e := range list {
		form := indexForm{ID: e.ID, Heading: book.PlainText(e.Heading), Sub: indexForms(e.Sub),
			See: headingsOf(e.See), SeeAlso: headingsOf(e.SeeAlso), Why: e.Why}
		for _, l := range e.Locators {
			form.Locators = append(form.Locators, locatorForm{l.From, l.To, l.Chapter.ID, l.Note})
		}
		forms = append(forms, form)
	}
	return forms
}

func headingsOf(refs []book.IndexRef) []string {
	var out []string
	for _, r := range refs {
		out = append(out, book.PlainText(r.Heading))
	}
	return out
}
