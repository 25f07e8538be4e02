package main

import (
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"time"

	"rsc.io/qr"
)

// serve offers a folder to the local network until the run is stopped. It prints the
// address, and shows it as a code for the cameras of telephones.
func (p *program) serve(dir, address string) error {
	listener, err := net.Listen("tcp", address)
	if err != nil {
		return usagef("--address: %v", err).withHint("choose another port, such as :8081")
	}
	url := "http://" + hostOf(listener.Addr().(*net.TCPAddr)) + "/"
	fmt.Fprintln(p.stdout, url)
	writeCode(p.stderr, url)
	fmt.Fprintln(p.stderr, "the shelf is open to everyone in the same network; stop it with Ctrl-C")
	p.serving.Store(true)
	server := &http.Server{Handler: shelfHandler(dir), ReadHeaderTimeout: 10 * time.Second, IdleTimeout: time.Minute}
	return server.Serve(listener)
}

// shelfHandler serves the files of a folder, hidden ones and lists of folders left
// out, with the types that reading programs want.
func shelfHandler(dir string) http.Handler {
	files := http.FileServer(http.Dir(dir))
	types := map[string]string{
		".epub": "application/epub+zip", "opds.xml": "application/atom+xml;profile=opds-catalog;kind=acquisition",
		"opds.json": "application/opds+json", "SHA256SUMS": "text/plain; charset=utf-8",
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.Contains(r.URL.Path, "/.") || r.URL.Path != "/" && strings.HasSuffix(r.URL.Path, "/") {
			http.NotFound(w, r)
			return
		}
		for ending, mime := range types {
			if strings.HasSuffix(r.URL.Path, ending) {
				w.Header().Set("Content-Type", mime)
			}
		}
		w.Header().Set("X-Content-Type-Options", "nosniff")
		files.ServeHTTP(w, r)
	})
}

// hostOf returns the host and port under which others in the network reach a
// listener.
func hostOf(at *net.TCPAddr) string {
	host := at.IP.String()
	if at.IP.IsUnspecified() {
		host = ownAddress()
	}
	return net.JoinHostPort(host, fmt.Sprint(at.Port))
}

// ownAddress returns the address of this machine in its network, its own name for
// itself if it has none.
func ownAddress() string {
	addresses, err := net.InterfaceAddrs()
	if err != nil {
		return "localhost"
	}
	for _, a := range addresses {
		if n, ok := a.(*net.IPNet); ok && n.IP.IsPrivate() && n.IP.To4() != nil {
			return n.IP.String()
		}
	}
	return "localhost"
}

// writeCode draws an address as a QR code of half blocks, light on dark terminals and
// on light ones (ISO/IEC 18004 asks for four modules of white about it).
func writeCode(w io.Writer, address string) {
	code, err := qr.Encode(address, qr.M)
	if err != nil {
		return
	}
	const quiet = 4
	for y := -quiet; y < code.Size+quiet; y += 2 {
		var line strings.Builder
		for x := -quiet; x < code.Size+quiet; x++ {
			upper, lower := code.Black(x, y), code.Black(x, y+1)
			switch {
			case upper && lower:
				line.WriteRune(' ')
			case upper:
				line.WriteRune('▄')
			case lower:
				line.WriteRune('▀')
			default:
				line.WriteRune('█')
			}
		}
		// White on black whatever the terminal's colours are.
		fmt.Fprintf(w, "\x1b[97;40m%s\x1b[0m\n", line.String())
	}
}
