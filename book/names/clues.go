package names

import (
	"regexp"
	"strings"
)

// Clues is what a text tells of a title beyond its words. What is not known is
// empty and does not count.
type Clues struct {
	Categories []string // of the article on the title, without the word Category
	Lead       string   // the first sentence of that article
	Before     []string // the word in front of each mention, as it stands; "" for none
	After      []string // the word behind each mention
	ByLastWord int      // how often the text, after a mention, uses its last word alone with a capital
	Small      int      // mentions that begin with a small letter in mid-sentence
}

// weight is what the clues add to the chance that a title is a person's, in per
// cent.
func (c Clues) weight() int {
	return c.ofCategories() + c.ofLead() + c.ofNeighbours() + min(8*c.ByLastWord, 30) - min(30*c.Small, 90)
}

func (c Clues) ofCategories() int {
	best := 0
	for _, category := range c.Categories {
		switch {
		case strings.HasSuffix(category, " births") || strings.HasSuffix(category, " deaths") || category == "Living people":
			return 70
		case isPeople(category):
			best = max(best, 35)
		case isOfThings(category):
			best = min(best, -30)
		}
	}
	return best
}

// isPeople tells categories of people. Some hold groups too, so that they are one
// sign among others.
func isPeople(category string) bool {
	words := strings.Fields(strings.ToLower(category))
	if len(words) == 0 {
		return false
	}
	switch last := words[len(words)-1]; last {
	case "people", "women", "men", "writers", "authors", "poets", "activists", "philosophers", "theorists", "politicians", "historians", "musicians",
		"artists", "scientists", "economists", "leaders", "revolutionaries", "monarchs", "presidents", "novelists", "journalists", "essayists",
		"feminists", "communists", "socialists", "prisoners", "assassins", "bloggers", "youtubers", "characters", "singers", "actors", "educators", "heroes":
		return true
	default:
		return strings.HasSuffix(last, "narchists")
	}
}

func isOfThings(category string) bool {
	lower := strings.ToLower(category)
	for _, word := range []string{"organi", "event", "strike", "battle", "war", "films", "books", "magazines", "newspapers", "places", "cities", "countries", "concepts", "revolutions", "communities", "movements", "groups"} {
		if strings.Contains(lower, word) {
			return true
		}
	}
	return false
}

// ofLead reads a first sentence as encyclopedias write it: life dates in brackets,
// "was a Russian anarchist".
func (c Clues) ofLead() int {
	if c.Lead == "" {
		return 0
	}
	weight := 0
	if regexp.MustCompile(`\([^()]*\b(1[0-9]{3}|[1-9][0-9]{2}|20[0-2][0-9])\)?\s*[-–—]\s*[^()]*\b(1[0-9]{3}|20[0-2][0-9])?[^()]*\)|\b(born|née|b\.|died) `).MatchString(c.Lead) {
		weight += 40
	}
	if regexp.MustCompile(`\b(was|is) (an?|the)\b[^.]*\b(activist|anarchist|communist|socialist|feminist|writer|author|poet|philosopher|politician|leader|revolutionary|militant|journalist|novelist|teacher|theorist|economist|historian|scientist|soldier|general|painter|artist|musician|worker|unionist|organi[sz]er|person|man|woman|king|queen|president|character)\b`).MatchString(c.Lead) {
		weight += 25
	}
	if regexp.MustCompile(`\b(was|is|were|are) (an?|the)\b[^.]*\b(organi[sz]ation|group|movement|battle|strike|film|book|novel|magazine|newspaper|city|country|village|party|union|federation|revolution|rebellion|uprising|collective|war|series|website|project|company|band|theory|concept|event)\b`).MatchString(c.Lead) && weight < 40 {
		weight -= 40
	}
	return weight
}

// ofNeighbours counts the words around the mentions: what has an article or a
// preposition of place before it is a thing, who says and writes is a person.
func (c Clues) ofNeighbours() int {
	weight := 0
	for _, w := range c.Before {
		switch strings.ToLower(w) {
		case "the", "a", "an", "at", "in", "throughout", "across", "near":
			weight -= 12
		case "comrade", "anarchist", "philosopher", "writer", "author", "poet", "leader", "activist", "general", "president", "premier", "historian", "when":
			weight += 8
		}
	}
	for _, w := range c.After {
		switch strings.ToLower(w) {
		case "said", "says", "wrote", "writes", "argued", "argues", "who", "himself", "herself", "believed", "born", "explained", "declared", "told",
			"spoke", "claimed", "describes", "described", "noted", "notes":
			weight += 10
		}
	}
	return max(min(weight, 40), -60)
}
