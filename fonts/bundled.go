package fonts

import (
	_ "embed" // the font files
	"fmt"
	"unicode"
)

// The bundled font files. Their licences lie beside them in ttf. They are byte
// slices rather than an embed.FS because reading from that copies each file.
var (
	//go:embed ttf/EBGaramond-Regular.ttf
	garamondRegular []byte
	//go:embed ttf/EBGaramond-Italic.ttf
	garamondItalic []byte
	//go:embed ttf/EBGaramond-Medium.ttf
	garamondMedium []byte
	//go:embed ttf/EBGaramond-MediumItalic.ttf
	garamondMediumItalic []byte
	//go:embed ttf/EBGaramond-Bold.ttf
	garamondBold []byte
	//go:embed ttf/EBGaramond-BoldItalic.ttf
	garamondBoldItalic []byte
	//go:embed ttf/NotoSerif-Regular.ttf
	notoRegular []byte
	//go:embed ttf/NotoSerif-Italic.ttf
	notoItalic []byte
	//go:embed ttf/NotoSerif-Bold.ttf
	notoBold []byte
	//go:embed ttf/NotoSerif-BoldItalic.ttf
	notoBoldItalic []byte
	//go:embed ttf/NotoSerifHebrew-Regular.ttf
	notoHebrew []byte
	//go:embed ttf/NotoNaskhArabic-Regular.ttf
	notoArabic []byte
	//go:embed ttf/NotoEmoji-Regular.ttf
	notoEmoji []byte
	//go:embed ttf/NanumMyeongjo-Regular.ttf
	nanumMyeongjo []byte
	//go:embed ttf/DroidSansFallbackFull.ttf
	droidFallback []byte
)

// Default returns the bundled family: EB Garamond in four styles; behind it Noto
// Serif in four, for the letters of phonetics and of further alphabets; Noto
// Serif Hebrew and Noto Naskh Arabic; Droid Sans Fallback for Han and Kana; Nanum
// Myeongjo for Hangul; and Noto Emoji, in one ink. A face parses its tables when a
// text first needs it.
func Default() (*Family, error) { return bundled(garamondRegular, garamondItalic) }

// LargePrint returns the bundled family with heavier letters for upright and italic
// text, for readers who see little.
func LargePrint() (*Family, error) { return bundled(garamondMedium, garamondMediumItalic) }

func bundled(regular, italic []byte) (*Family, error) {
	files := [][]byte{
		regular, italic, garamondBold, garamondBoldItalic,
		notoRegular, notoItalic, notoBold, notoBoldItalic,
		notoHebrew, notoArabic, droidFallback, nanumMyeongjo, notoEmoji,
	}
	faces := make([]*Face, len(files))
	for i, data := range files {
		face, err := openFace(data, 0)
		if err != nil {
			return nil, fmt.Errorf("bundled font %d: %w", i, err)
		}
		faces[i] = face
	}
	// Droid Sans Fallback has three syllables of Hangul; words hold others.
	faces[10].leaves = unicode.Hangul
	return NewFamily(faces[0], faces[1], faces[2], faces[3]).WithFallback(faces[4:]...), nil
}
