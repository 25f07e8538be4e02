package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
)

// BenchmarkProgram runs the program as a process of its own and reports its CPU
// seconds, user and system, and its peak memory; measure.sh prints them.
func BenchmarkProgram(b *testing.B) {
	program := filepath.Join(b.TempDir(), "publish")
	if out, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	const corpus = "../../../shared/corpus/"
	for _, book := range []struct{ name, source string }{
		{"sample", "--sample"},
		{"unknown-revolution", corpus + "books/unknown-revolution.yaml"},
		{"all-articles", corpus + "anarwiki/pages"},
	} {
		b.Run(book.name, func(b *testing.B) {
			if _, err := os.Stat(book.source); err != nil && book.source != "--sample" {
				b.Skip("the real articles are not there: ../shared/corpus")
			}
			measure(b, program, book.source)
		})
	}
}

func measure(b *testing.B, program, source string) {
	var seconds, peak float64
	runs := 0
	for b.Loop() {
		cmd := exec.Command(program, "build", "-q", "-o", b.TempDir(), source)
		if err := cmd.Run(); err != nil {
			b.Fatal(err)
		}
		runs++
		seconds += (cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()).Seconds()
		usage := cmd.ProcessState.SysUsage().(*syscall.Rusage)
		peak = max(peak, float64(usage.Maxrss)/1024) // kilobytes on Linux
	}
	b.ReportMetric(seconds/float64(runs), "CPU-s")
	b.ReportMetric(peak, "peak-MB")
}
