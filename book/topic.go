package book

// Topic is a subject that the wiki names: an article, in the book or not, or a
// title that links lead to although nobody has written the article. What an
// index is made of.
type Topic struct {
	Title      string   // wiki title
	Aliases    []string // titles of the redirects that lead to the article, sorted
	Categories []string // of the article
	Written    bool     // the wiki has the article
	Chapter    *Chapter // that the article is in this book, else nil
}

// Mention is a place of the text where an article linked to a topic.
type Mention struct {
	Pos
	Topic   *Topic
	Chapter *Chapter
	Note    *Note  // the note that holds the place, nil for the chapter's text
	At      Inline // the first piece of the linked words, as it stands in the text
	Words   string // the linked words
	Name    string // the title that the link gives, perhaps of a redirect to the topic
}
