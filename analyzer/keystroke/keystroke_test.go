package keystroke

import (
	"slices"
	"strings"
	"testing"

	"soi/testdata/shared"
)

func TestVectors(t *testing.T) {
	for _, row := range shared.Rows(t, "vectors/telex.tsv") {
		mode, decoded := read(row[1])
		if mode != Mode(row[0]) || !strings.EqualFold(decoded, row[2]) {
			t.Errorf("read(%q) = %s, %q, want %s, %q", row[1], mode, decoded, row[0], row[2])
		}
	}
}

// read is Words for a query as one string. The spaces between its words stay.
func read(query string) (mode Mode, decoded string) {
	words, r := Words(strings.Fields(query))
	if r.Mode == Plain {
		return Plain, query
	}
	var b strings.Builder
	rest := query
	for i, raw := range strings.Fields(query) {
		at := strings.Index(rest, raw)
		b.WriteString(rest[:at])
		b.WriteString(words[i])
		rest = rest[at+len(raw):]
	}
	b.WriteString(rest)
	return r.Mode, b.String()
}

func TestDecode(t *testing.T) {
	for _, tt := range []struct {
		mode     Mode
		in, want string // want "" when it does not decode
	}{
		{Telex, "DDangr", "đảng"},
		{Telex, "dangrd", "đảng"},   // d at the end
		{Telex, "nguoiwf", "người"}, // w after i
		{Telex, "tiene", "tiên"},    // e over the coda
		{Telex, "ngoao", ""},        // o over a is o, and nothing is marked
		{Telex, "ngoaos", "ngoáo"},
		{Telex, "muaw", "mưa"},
		{Telex, "quawng", "quăng"}, // the u of qu takes no horn
		{Telex, "quowr", "quở"},
		{Telex, "thuowr", "thuở"},
		{Telex, "huouw", "hươu"},
		{Telex, "luuw", "lưu"},
		{Telex, "xooong", ""}, // decodes to xoong, which has no marks
		{Telex, "xooongs", "xoóng"},
		{Telex, "giuwax", "giữa"},
		{Telex, "gif", "gì"},
		{Telex, "hoafz", ""},   // z takes the tone off
		{Telex, "hoaff", ""},   // cancelled
		{Telex, "casf", ""},    // two tones
		{Telex, "dduocww", ""}, // a w too many
		{Telex, "tw", "tư"},
		{Telex, "tu75", ""}, // a key of VNI
		{VNI, "tu75", "tự"},
		{VNI, "d9u7o7c5", "được"},
		{VNI, "tuong72", "tường"},
		{VNI, "quyet61", "quyết"},
		{VNI, "dang39", "đảng"},
		{VNI, "d99", ""},
		{VNI, "khoa13", ""}, // two tones
		{VNI, "nam2024", ""},
		{VNI, "quan7", ""}, // no letter takes the horn
		{VNI, "tuwj", ""},
		{Plain, "tuwj", ""},
		{Telex, "", ""},
		{Telex, "tự", ""},
		{Telex, strings.Repeat("a", 1<<16), ""},
	} {
		got, ok := Decode(tt.in, tt.mode)
		if want := tt.want; ok != (want != "") || ok && got != want || !ok && got != tt.in {
			t.Errorf("Decode(%.20q, %s) = %.20q, %v, want %q", tt.in, tt.mode, got, ok, want)
		}
	}
}

func TestWords(t *testing.T) {
	for _, tt := range []struct {
		in   string
		want string // the words that come back
		mode Mode
		flag string // "single", "suggest" and the text offered
	}{
		{"tuwj soi, tuwj suwar", "tự soi, tự sửa", Telex, ""},
		{"TUWJ soi", "tự soi", Telex, "single"}, // keys say nothing of case
		{"xaay duwngj ubnd", "xây dựng ubnd", Telex, ""},
		{"keest luaajn 21-KL/TW", "kết luận 21-KL/TW", Telex, ""},
		{"keest luaajn 01-HD/UBKTTW 25/10/2021", "kết luận 01-HD/UBKTTW 25/10/2021", Telex, ""},
		{"tuwj-soi", "tự-soi", Telex, "single"},
		{"quan1 doi", "quan1 doi", Plain, ""}, // one word with a tone alone is too little
		{"chu1 y1", "chú ý", VNI, "single"},
		{"d9o6ng2 y1", "đồng ý", VNI, "single"},
		{"o6 to6 d9ie6n5", "ô tô điện", VNI, ""},
		{"giay61 a4 trang81", "giấy a4 trắng", VNI, ""}, // a4 is a size
		{"o73 d9a6y", "ở đây", VNI, ""},
		{"dduowngf", "đường", Telex, "single"},
		{"town", "tơn", Telex, "single"}, // left to the dictionary
		{"as soon as", "as soon as", Plain, "suggest á sôn á"},
		{"max tax car", "max tax car", Plain, "suggest mã tã cả"},
		{"roof", "rồ", Telex, "single"},
		{"hoaf", "hoaf", Plain, "single suggest hòa"},
		{"doji niem yet gia vang", "doji niem yet gia vang", Plain, ""}, // niem and yet lack their marks
		{"cua imf cho biet", "cua imf cho biet", Plain, ""},
		{"tau se2 bac nam", "tau se2 bac nam", Plain, ""},
		{"the new york times", "the new york times", Plain, ""},
		{"tuwj sửa", "tuwj sửa", Plain, ""}, // who types ử has a keyboard for it
		{"“tuwj soi”", "“tự soi”", Telex, "single"},
		{"quoc lo 1a", "quoc lo 1a", Plain, ""},
		{"dangcongsan.vn", "dangcongsan.vn", Plain, ""},
		{"", "", Plain, ""},
		{"?! - 2021", "?! - 2021", Plain, ""},
	} {
		words := strings.Fields(tt.in)
		got, r := Words(words)
		flag := ""
		if r.Single {
			flag = "single"
		}
		if r.Suggest {
			flag += " suggest " + r.Text
		}
		if flag = strings.TrimSpace(flag); strings.Join(got, " ") != tt.want || r.Mode != tt.mode || flag != tt.flag {
			t.Errorf("Words(%q) = %q, %s, %q, want %q, %s, %q", words, got, r.Mode, flag, tt.want, tt.mode, tt.flag)
		}
		if !slices.Equal(words, strings.Fields(tt.in)) {
			t.Errorf("Words changed its argument to %q", words)
		}
	}
}

func TestWordsKeepTheirPlaces(t *testing.T) {
	if mode, got := read("  tuwj\tsoi  tuwj suwar\n"); mode != Telex || got != "  tự\tsoi  tự sửa\n" {
		t.Errorf("read = %s, %q", mode, got)
	}
}

// FuzzWords holds that a query is decoded once and for all, and stays as it is
// when it is plain.
func FuzzWords(f *testing.F) {
	for _, s := range []string{"tuwj soi tuwj suwar", "tu75 soi", "21-KL/TW", "as soon as", "o73 \xff d9a6y", "xooong"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		mode, decoded := read(s)
		if mode == Plain && decoded != s {
			t.Errorf("read(%q) = plain, %q", s, decoded)
		}
		if again, twice := read(decoded); again != Plain || twice != decoded {
			t.Errorf("read(%q) = %q, then %s, %q", s, decoded, again, twice)
		}
		if words, r := Words(strings.Fields(s)); len(words) != len(strings.Fields(s)) || (r.Mode != Plain || r.Suggest) != (r.Text != "") {
			t.Errorf("Words(%q) = %q, %+v", strings.Fields(s), words, r)
		}
	})
}
