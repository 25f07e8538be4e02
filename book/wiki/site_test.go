package wiki

import (
	"strings"
	"testing"
)

// TestSite holds which addresses name a site that can be gone to.
func TestSite(t *testing.T) {
	long := strings.Repeat("é", 70)
	for rest, want := range map[string]bool{
		"//example.org": true, "//example.org./a[b]": true, "//example.org:80/": true, "//example.org:/": true, "//a:b@example.org": true,
		"//[2001:db8::1]:80/": true, "//my_site.example.org": true, "//-site-.example.org": true, "//192.0.2.1": true,
		"//bücher.example": true, "//xn--bcher-kva.example": true, "//例え。テスト": true,
		"example.org": false, "/example.org": false, "//": false, "///a": false, "//:80": false, "//@": false, "//.org": false, "//a..b": false,
		"//exam[le.org/": false, "//exam%5Ble.org/": false, "//a b": false, "//%61.org": false, "//a\u007Fb": false, "//a\uFFFDb": false,
		"//[zz]/": false, "//[::1": false, "//[::1]a": false, "//[::1%25en0]": false, "//[192.0.2.1]": false, "//us[er@example.org": false, "//a@b@c": false,
		"//example.org:http": false, "//example.org:99999": false, "//a:b:c": false, "//xn--a": false, "//a⒈b": false, "//a／b": false, "//" + long: false,
	} {
		if got := hasSite("https", rest); got != want {
			t.Errorf("%s: %v, want %v", rest, got, want)
		}
	}
	if !hasSite("MailTo", "a[b") {
		t.Error("an address of mail needs no site")
	}
}
