package legacy

import (
	"encoding/hex"
	"os"
	"strings"
	"testing"

	"golang.org/x/text/encoding/unicode"

	"soi/testdata/shared"
)

// TestSampleBytes reads the sample files of the shared material.
func TestSampleBytes(t *testing.T) {
	names := map[string]Encoding{"TCVN3": TCVN3, "VNI-WIN": VNIWindows, "windows-1258": Windows1258}
	data, err := os.ReadFile(shared.Path(t, "data/encodings/test_vectors.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	rows := 0
	for line := range strings.Lines(string(data)) {
		row := strings.Split(line, "\t")
		want, known := names[row[1]]
		if !known {
			continue
		}
		rows++
		raw, err := hex.DecodeString(row[2])
		if err != nil {
			t.Fatal(err)
		}
		text, e, ok := Bytes(raw)
		if !ok || e != want || !strings.EqualFold(text, row[0]) {
			t.Errorf("Bytes of %s %q = %q, %q, %v", row[1], row[0], text, e, ok)
		}
	}
	if rows != 30 {
		t.Errorf("%d rows, want 30", rows)
	}
}

func TestBytesLeaves(t *testing.T) {
	for _, s := range []string{
		"", "plain", "Đảng bộ", longTCVN3, // UTF-8
		"Le caf\xe9 est tr\xe8s bon \xe0 c\xf4t\xe9",     // windows-1252
		"\xc4\x90\xe1\xba\xa3ng b\xe1\xbb\x99 t\xe1\xbb", // UTF-8, cut
		"\xa7\xb6ng\x00 b\xe9",                           // with a NUL
	} {
		if text, e, ok := Bytes([]byte(s)); ok || text != "" || e != "" {
			t.Errorf("Bytes(%q) = %q, %q, %v", s, text, e, ok)
		}
	}
}

func TestUTF16(t *testing.T) {
	const text = "Đảng bộ tỉnh, ngày 25/10/2021.\nTự soi – tự sửa “thường xuyên” 😀 và nhiều việc khác nữa trong toàn tỉnh"
	for _, order := range []unicode.Endianness{unicode.LittleEndian, unicode.BigEndian} {
		for _, bom := range []unicode.BOMPolicy{unicode.UseBOM, unicode.IgnoreBOM} {
			raw, err := unicode.UTF16(order, bom).NewEncoder().String(text)
			if err != nil {
				t.Fatal(err)
			}
			if got, ok := UTF16([]byte(raw)); !ok || got != text {
				t.Errorf("order %v, mark %v: UTF16 = %q, %v", order, bom, got, ok)
			}
			if got, ok := UTF16([]byte(raw + "a")); !ok || got != text+"\uFFFD" {
				t.Errorf("order %v, mark %v, half a unit: UTF16 = %q, %v", order, bom, got, ok)
			}
		}
	}
	if got, ok := UTF16([]byte("a\x00\x00\xd8b\x00c\x00d\x00e\x00f\x00g\x00h\x00i\x00j\x00k\x00l\x00m\x00n\x00o\x00p\x00q\x00r\x00s\x00")); !ok || got != "a\uFFFDbcdefghijklmnopqrs" {
		t.Errorf("half a surrogate: UTF16 = %q, %v", got, ok)
	}
}

func TestUTF16Leaves(t *testing.T) {
	for _, s := range []string{
		"", "a", "ab", "plain text in ASCII", "Đảng bộ tỉnh Bắc Giang", "\x00\x01\x02\x03\x04\x05",
		"\xFF\xFE\x00\x00a\x00\x00\x00",                        // UTF-32
		"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00",          // an image
		"a\x00\x01\x00b\x00\x02\x00c\x00\x03\x00d\x00\x04\x00", // numbers
		"\xa7\xb6ng b\xe9",                                     // TCVN3
	} {
		if text, ok := UTF16([]byte(s)); ok || text != "" {
			t.Errorf("UTF16(%q) = %q, %v", s, text, ok)
		}
	}
}
