// Package entry understands one entry of a reading list, or one citation of a note.
//
// [Parser.Parse] lays the entry flat and cuts it into segments: words between
// punctuation, words in italic or quotation marks, brackets, addresses. The first
// segment that is set apart is the title; names stand before it or, behind "by",
// after it, and what follows is read segment by segment: container, volume and
// issue, editors and translators, edition, place and publisher, date, pages. So
// Chicago, MLA, APA, the templates of MediaWiki and the habits of list makers fall
// under the same rules:
//
//	Doe, Jane. Title. Place: Publisher, Year.        title set apart or not
//	Doe, J., & Roe, R. (Year). Title. Publisher.
//	Jane Doe, “Title,” Journal 31, no. 2 (Spring 1993): 243–51
//	Jane Doe, “Title,” in Container, ed. Richard Roe (Place: Publisher, Year), 12–15
//	“Title” by Jane Doe <address> [PDF, EN]
//	[Title, Jane Doe, Year](address)   [Jane Doe - Title](address)   [Title](address), Site
//
// Where nothing is set apart, the words themselves must tell the author from the
// title: lists of given names, the shapes of names, and the address, in which many
// sites repeat author and title.
//
// Nothing is thrown away: segments that no rule understands are kept, in order, as
// the entry's Rest. An entry that does not part into a title and what belongs to it
// is not Known, and its other fields say nothing.
//
// Sources: Chicago 18, 13-14 (the parts of a citation and their order); MLA 9;
// APA 7; the documentation of MediaWiki's citation templates; ISO 690; EDTF in ISO
// 8601-2 for dates.
package entry
