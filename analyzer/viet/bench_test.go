package viet

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"soi/testdata/shared"
)

// reports are the texts of real reports, one after the other.
func reports(b *testing.B) string {
	b.Helper()
	files, err := filepath.Glob(filepath.Join(shared.Path(b, "seeds"), "*.txt"))
	if err != nil || len(files) == 0 {
		b.Fatalf("no reports: %v", err)
	}
	var text strings.Builder
	for _, name := range files {
		raw, err := os.ReadFile(name)
		if err != nil {
			b.Fatal(err)
		}
		text.Write(raw)
	}
	return text.String()
}

// chainLevels are the levels that the x/text chain knows.
var chainLevels = []struct {
	name  string
	level Level
}{{"exact", Exact}, {"ascii", ASCII}}

// BenchmarkFold folds whole texts, by table and with the x/text chain.
func BenchmarkFold(b *testing.B) {
	composed := reports(b)
	for _, form := range []struct{ name, text string }{{"NFC", composed}, {"NFD", norm.NFD.String(composed)}} {
		for _, l := range chainLevels {
			b.Run("table/"+form.name+"/"+l.name, func(b *testing.B) {
				benchmark(b, []string{form.text}, func(dst []byte, s string) []byte { return AppendFold(dst, s, l.level) })
			})
			b.Run("chain/"+form.name+"/"+l.name, func(b *testing.B) {
				benchmark(b, []string{form.text}, appendChain(b, l.level))
			})
		}
	}
}

// BenchmarkFoldWord folds word by word.
func BenchmarkFoldWord(b *testing.B) {
	words := strings.Fields(reports(b))
	b.Run("table", func(b *testing.B) {
		benchmark(b, words, func(dst []byte, s string) []byte { return AppendFold(dst, s, ASCII) })
	})
	b.Run("chain", func(b *testing.B) { benchmark(b, words, appendChain(b, ASCII)) })
}

// benchmark runs f over texts, with room in dst.
func benchmark(b *testing.B, texts []string, f func(dst []byte, s string) []byte) {
	var size int
	for _, s := range texts {
		size += len(s)
	}
	dst := make([]byte, 0, 2*size)
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, s := range texts {
			dst = f(dst[:0], s)
		}
	}
}

// appendChain folds with the x/text chain, its buffers used again.
func appendChain(b *testing.B, level Level) func(dst []byte, s string) []byte {
	plain := chain(level)
	var src []byte
	return func(dst []byte, s string) []byte {
		src = append(src[:0], s...)
		plain.Reset()
		n, _, err := plain.Transform(dst[:cap(dst)], src, true)
		if err != nil {
			b.Fatal(err)
		}
		return dst[:n]
	}
}

func BenchmarkKey(b *testing.B) {
	words := strings.Fields(reports(b))
	benchmark(b, words, func(dst []byte, s string) []byte { return append(dst, Key(s)...) })
}
