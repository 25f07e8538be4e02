/*
Package picture reads the pictures of a book and makes of each the two files that
the editions embed: one for paper, one for screens.

In go the names by which the articles call their pictures, and a folder. Out come
[book.Picture] values and messages at the places that call. PNG, JPEG, GIF (its
first frame), WebP and SVG are read; the kind is told by the first bytes of a file,
never by its name.

A file is not trusted. Its size in pixels, the memory that decoding takes and the
number of its passes are read from its headers and checked before anything is
allocated; decoders of other hands run behind a recover; nothing is fetched from
a network. Pictures are decoded one by one, each once, with a bound on the memory
of those in work, and only the small files made of them stay.

What comes out is upright (the orientation of Exif is applied), opaque (on white,
since archival PDF allows no transparency and dark screens would swallow black
lines on nothing), with 8 bits a sample, in sRGB or grey, and without metadata: no
Exif, no place where a photograph was taken, no thumbnail, no comment. Profiles of
colour are dropped and the colours taken for sRGB, which is what nearly all
pictures of the web are in; so a broken profile does no harm. CMYK becomes sRGB by
the plain formula, for want of a profile of the ink.

The pixels of a picture are averaged over areas in integers, so that all machines
make the same bytes. Limits: no TIFF, no AVIF, no animation; colours are averaged
as they are stored, not as light.

Sources: PNG, third edition; ITU-T T.81 (JPEG); Exif 2.32, §4.6.4; RFC 9649 (WebP).
*/
package picture
