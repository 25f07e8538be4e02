/*
Package svg reads drawings in SVG, cleans them, and draws them in pixels.

[Read] takes a file that nobody vouches for and keeps of it what is known to be
harmless: elements that draw and attributes that say how, by a list of each. Style
sheets are applied to the elements and are gone after that. Scripts, handlers of
events, animation, foreign objects, links, comments, metadata, fonts and everything
that leads out of the file are not on the lists. What is left is written by
[Drawing.Bytes] for readers that show drawings, on a white ground, since a drawing
in black on nothing is not seen on a dark screen; and painted by [Drawing.Paint] for
editions made of pixels. Both show the same elements.

Hostile files end soon: elements, their depth, the letters of attributes and paths,
and the copies that references make ([Drawing] refuses more than a bound of them,
and references in circles) are counted before anything is drawn; painting counts its
work and gives up at a bound. Entities are known only if the file itself declares
them and they hold plain text.

Painted are shapes, paths, text, uses, gradients, clips, strokes with dashes, joins
and caps, transparency. Patterns, masks, markers, filters and pictures in the
drawing are left out, and [Drawing.Missing] names them. Text is set in the book's
own faces. Opacity of a group is that of each of its parts.

Sources: SVG 1.1, second edition, and SVG 2; CSS 2.2 §5 for simple selectors.
*/
package svg
