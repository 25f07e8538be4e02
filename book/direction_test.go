package book

import "testing"

func TestRightToLeft(t *testing.T) {
	for tag, want := range map[string]bool{
		"he": true, "ar-EG": true, "fa": true, "yi": true, "ckb": true, "ku": false, "ku-Arab": true, "az-Arab-IR": true,
		"en": false, "": false, "yi-Latn": false, "ur-latn-PK": false, "sr-Cyrl": false, "he-x-latn": true, "en-US": false,
	} {
		if RightToLeft(tag) != want {
			t.Errorf("%q: %t", tag, !want)
		}
	}
}
