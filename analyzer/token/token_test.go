package token

import (
	"fmt"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"soi/analyzer/viet"
	"soi/testdata/shared"
)

// kinds are the short names of the kinds in the vectors; words and numbers
// have none.
var kinds = map[Kind]string{Code: "/code", Date: "/date", Acronym: "/acro", Joined: "/join", Address: "/net"}

// terms writes the tokens of text as position:term/kind.
func terms(text string, level viet.Level) string {
	var b strings.Builder
	for t := range Tokens(text, level) {
		fmt.Fprintf(&b, " %d:%s%s", t.Position, t.Term, kinds[t.Kind])
	}
	return strings.TrimPrefix(b.String(), " ")
}

// spans writes the tokens of text as term/start-end.
func spans(text string) string {
	var b strings.Builder
	for t := range Tokens(text, viet.Exact) {
		fmt.Fprintf(&b, " %s/%d-%d", t.Term, t.Start, t.End)
	}
	return strings.TrimPrefix(b.String(), " ")
}

// The letters of a code, and nothing else, are apart from words in an index.
func TestEntry(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"Kế hoạch 107-KH/TU", "kế hoạch 107-kh/tu 107 /kh /tu"},
		{"12/2021/NQ-HĐND, tu", "12/2021/nq-hđnd 12 2021 /nq /hđnd tu"},
		{"29 – NQ/T.Ư T.Ư", "29-nq/tw 29 /nq /tw tw"},
		{"41/2024/QH15 nêu QH15", "41/2024/qh15 41 2024 qh15 /qh 15 nêu qh15 qh 15"},
		{"KH/TU, TP.HCM 25/10/2021", "kh tu tp.hcm tphcm tp hcm 2021-10-25 25 10 2021"},
	} {
		var entries []string
		for tok := range Tokens(tt.text, viet.Exact) {
			entries = append(entries, tok.Entry())
		}
		if got := strings.Join(entries, " "); got != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.text, got, tt.want)
		}
	}
}

// What a query names in words may be the letters of a code.
func TestAsCodeLetters(t *testing.T) {
	for _, tt := range []struct{ query, want string }{
		{"KL 21", "kl /kl 21"},
		{"kl 21", "kl /kl 21"}, // no syllable: an abbreviation in any case
		{"QĐ qđ hđnd", "qđ /qđ qđ /qđ hđnd /hđnd"},
		{"TU tu Tu", "tu /tu tu tu"}, // a syllable only in capitals
		{"TƯ", "tw /tw"},
		{"TỰ SOI", "tự soi /soi"},
		{"21-KL/TW, 25/10/2021, soi.vn, ô-tô", "21-kl/tw 21 /kl /tw 2021-10-25 25 10 2021 soi.vn soi vn /vn ô-tô ôtô ô tô"},
		{"xã ẞ кл", "xã ß кл"},
	} {
		var entries []string
		for tok := range Tokens(tt.query, viet.Exact) {
			entries = append(entries, tok.Entry())
			if letters, ok := tok.AsCodeLetters(tt.query); ok {
				entries = append(entries, letters.Entry())
			}
		}
		if got := strings.Join(entries, " "); got != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.query, got, tt.want)
		}
	}
}

func TestVectors(t *testing.T) {
	for _, row := range shared.Rows(t, "vectors/tokens.tsv") {
		in, err := strconv.Unquote(`"` + strings.ReplaceAll(row[0], `"`, `\"`) + `"`)
		if err != nil {
			t.Fatal(err)
		}
		if got := terms(in, viet.Exact); got != row[1] {
			t.Errorf("%q\n got %s\nwant %s", in, got, row[1])
		}
	}
}

func TestTokens(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"", ""},
		{" ,.-\u200B\u0301 ", ""},
		{"Hoà Bình, kỹ lưỡng", "1:hòa 2:bình 3:kĩ 4:lưỡng"},
		{"KY\u0303 LUA\u0323\u0302T", "1:kĩ 2:luật"}, // decomposed
		{"Đ\u200Bảng\u200B bộ", "1:đảng 2:bộ"},       // zero-width inside and behind
		{"a\xffb", "1:a 2:b"},                        // not UTF-8
		{"xã\u2028hội", "1:xã 2:hội"},
		{"Ｔự ２１", "1:tự 2:21"}, // full width
		{"xây dựng Đảng—chỉnh đốn", "1:xây 2:dựng 3:đảng 4:chỉnh 5:đốn"},

		// Codes.
		{"29-NQ/T.Ư", "1:29-nq/tw/code 1:29 2:nq 3:tw"},
		{"kết luận 21 - kl / tw.", "1:kết 2:luận 3:21-kl/tw/code 3:21 4:kl 5:tw"},
		{"Luật số 41/2024/QH15", "1:luật 2:số 3:41/2024/qh15/code 3:41 4:2024 5:qh15/join 5:qh 6:15"},
		{"số 18,19-NQ/TW", "1:số 2:18 3:19-nq/tw/code 3:19 4:nq 5:tw"},
		{"1-2-3", "1:1 2:2 3:3"},
		{"２１-ＫＬ/ＴＷ, 21－KL/TW", "1:21-kl/tw/code 1:21 2:kl 3:tw 4:21-kl/tw/code 4:21 5:kl 6:tw"}, // full width
		{"21-KL\u200b/TW; 21-KL/\u00adTW", "1:21-kl/tw/code 1:21 2:kl 3:tw 4:21-kl/tw/code 4:21 5:kl 6:tw"},
		{"ngày ２５/１０/２０２１", "1:ngày 2:2021-10-25/date 2:25 3:10 4:2021"},

		// Dates.
		{"ngày 02/09/2021.", "1:ngày 2:2021-09-02/date 2:2 3:9 4:2021"},
		{"ngày 5,6/10/2021", "1:ngày 2:5 3:2021-10-06/date 3:6 4:10 5:2021"},
		{"31/2/2021", "1:31 2:2 3:2021"},
		{"2021-10-25", "1:2021-10-25/date 1:2021 2:10 3:25"},
		{"25/10/2021\u0301", "1:25 2:10 3:2021\u0301"},

		// Numbers.
		{"1.234,56", "1:1234.56"},
		{"1,234.5", "1:1234.5"},
		{"0.125; 0,50; 4.0", "1:0.125 2:0.5 3:4"},
		{"007 0123456 000 0", "1:7 2:0123456 3:0 4:0"},
		{"1.2.3", "1:1 2:2 3:3"},
		{"1,2,3,4", "1:1 2:2 3:3 4:4"},
		{"192.168.1.1", "1:192 2:168 3:1 4:1"},
		{"1.000,5,6", "1:1 2:0 3:5 4:6"},
		{"5. Sau đó", "1:5 2:sau 3:đó"},
		{"10km", "1:10 2:km"},
		{"9h30", "1:9 2:h 3:30"},
		{"1.1.1.1.1.1.1.1.1.1", "1:1 2:1 3:1 4:1 5:1 6:1 7:1 8:1 9:1 10:1"},

		// The centre.
		{"T.Ư, TƯ, T.W và TW", "1:tw/acro 2:tw/acro 3:tw/acro 4:và 5:tw/acro"},
		{"tư tưởng, Tư lệnh", "1:tư 2:tưởng 3:tư 4:lệnh"},
		{"ĐẦU TƯ", "1:đầu 2:tư"},        // the word, in a heading
		{"TƯ TƯỞNG", "1:tư 2:tưởng"},    // the same
		{"TƯ ĐẢNG", "1:tw/acro 2:đảng"}, // not these
		{"BAN CHẤP HÀNH TƯ KHÓA XIII", "1:ban 2:chấp 3:hành 4:tw/acro 5:khóa 6:xiii"},
		{"BAN TUYÊN GIÁO TƯ", "1:ban 2:tuyên 3:giáo 4:tw/acro"},
		{"HỘI NGHỊ TƯ 4", "1:hội 2:nghị 3:tw/acro 4:4"},
		{"BTV TƯ ĐOÀN", "1:btv 2:tw/acro 3:đoàn"},
		{"UBKT TƯ LÀM VIỆC", "1:ubkt 2:tw/acro 3:làm 4:việc"},
		{"HỌP TƯ MTTQ", "1:họp 2:tw/acro 3:mttq"},
		{"CĂN HỘ TƯ Ở", "1:căn 2:hộ 3:tư 4:ở"}, // in doubt it is what is written
		{"Ở TƯ và UBKT TƯ", "1:ở 2:tw/acro 3:và 4:ubkt 5:tw/acro"},
		{"BAN TƯ PHÁP, TƯ pháp", "1:ban 2:tư 3:pháp 4:tư 5:pháp"},
		{"NGÀY 30 THÁNG TƯ", "1:ngày 2:30 3:tháng 4:tư"},
		{"NGÃ TƯ SỞ", "1:ngã 2:tư 3:sở"},
		{"HAI MƯƠI TƯ, BỐN MƯƠI TƯ", "1:hai 2:mươi 3:tư 4:bốn 5:mươi 6:tư"},
		{"ÔNG TƯ", "1:ông 2:tư"},
		{"GÓC TƯ", "1:góc 2:tư"},
		{"T\u01AF\u0301", "1:tứ"},

		// Wholes of words.
		{"GS.TS. Nam", "1:gs.ts/acro 1:gsts/join 1:gs 2:ts 3:nam"},
		{"Tp.HCM; tp.hcm", "1:tp.hcm/acro 1:tphcm/join 1:tp 2:hcm 3:tp.hcm/acro 3:tphcm/join 3:tp 4:hcm"},
		{"A.B00", "1:a.b/acro 1:ab/join 1:a 2:b 3:0"},
		{"TP.Hà Nội", "1:tp 2:hà 3:nội"},
		{"hết.Tôi về", "1:hết 2:tôi 3:về"},
		{"VIỆT NAM.ĐẢNG BỘ", "1:việt 2:nam 3:đảng 4:bộ"},
		{"covid19, Covid-19", "1:covid19/join 1:covid 2:19 3:covid-19/join 3:covid19/join 3:covid 4:19"},
		{"PM2.5, PM 2.5", "1:pm2.5/join 1:pm 2:2.5 3:pm 4:2.5"},
		{"PM2,50; H5N1.5.", "1:pm2.5/join 1:pm 2:2.5 3:h5n1.5/join 3:h 4:5 5:n 6:1.5"},
		{"A1.2.3.4 covid19.2020", "1:a1/join 1:a 2:1 3:2 4:3 5:4 6:covid19/join 6:covid 7:19 8:2020"},
		{"A1,2,3,4; a1.b", "1:a1/join 1:a 2:1 3:2 4:3 5:4 6:a1/join 6:a 7:1 8:b"},
		{"100 m²; m2", "1:100 2:m2/join 2:m 3:2 4:m2/join 4:m 5:2"},
		{"CO₂ CO2", "1:co2/join 1:co 2:2 3:co2/join 3:co 4:2"},
		{"năm 2021¹, 10⁻², 10²³", "1:năm 2:2021 3:1 4:10 5:2 6:10 7:23"}, // a footnote, powers
		{"21-KL/TW¹", "1:21-kl/tw/code 1:21 2:kl 3:tw 4:1"},
		{"ngày 25/10/2021²", "1:ngày 2:2021-10-25/date 2:25 3:10 4:2021 5:2"},
		{"H5N1", "1:h5n1/join 1:h 2:5 3:n 4:1"},
		{"hoà\u2010bình", "1:hòa-bình/join 1:hòabình/join 1:hòa 2:bình"},
		{"a-b-c-d-e-f-g-h-i", "1:a 2:b 3:c 4:d 5:e 6:f 7:g 8:h 9:i"}, // an enumeration
		{"xã- hội -đồng", "1:xã 2:hội 3:đồng"},
		{"vô-tư", "1:vô-tư/join 1:vôtư/join 1:vô 2:tư"},

		// Addresses.
		{"https://tinh.bac-giang.gov.vn/tin", "1:https 2:tinh.bac-giang.gov.vn/net 2:tinh 3:bac-giang 4:gov 5:vn 6:tin"},
		{"Gửi an_binh@soi.vn.", "1:gửi 2:an_binh@soi.vn/net 2:an_binh 3:soi 4:vn"},
		{"24h.com.vn", "1:24h.com.vn/net 1:24h 2:com 3:vn"},
		{"www.soi.example", "1:www.soi.example/net 1:www 2:soi 3:example"},
		{"dangcongsan.vn.Theo", "1:dangcongsan.vn/net 1:dangcongsan 2:vn 3:theo"},
		{"soi.vnĐ", "1:soi 2:vnđ"},
	} {
		if got := terms(tt.in, viet.Exact); got != tt.want {
			t.Errorf("%+q\n got %s\nwant %s", tt.in, got, tt.want)
		}
	}
}

func TestLevels(t *testing.T) {
	const text = "Kỹ luật 30/2020/NĐ-CP, ô-tô, TƯ"
	for _, tt := range []struct {
		level viet.Level
		want  string
	}{
		{viet.Toneless, "1:ki 2:luât 3:30/2020/nđ-cp/code 3:30 4:2020 5:nđ 6:cp 7:ô-tô/join 7:ôtô/join 7:ô 8:tô 9:tw/acro"},
		{viet.ASCII, "1:ki 2:luat 3:30/2020/nd-cp/code 3:30 4:2020 5:nd 6:cp 7:o-to/join 7:oto/join 7:o 8:to 9:tw/acro"},
	} {
		if got := terms(text, tt.level); got != tt.want {
			t.Errorf("level %d\n got %s\nwant %s", tt.level, got, tt.want)
		}
	}
}

func TestSpans(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"“Tự soi”, tự sửa", "tự/3-7 soi/8-11 tự/16-20 sửa/21-26"},
		{"Ho\u0300a Đ\u200Bảng\u200B.", "hòa/0-5 đảng/6-16"}, // marks inside, zero-width behind outside
		{"số 05 –CT/TW,", "số/0-4 5-ct/tw/5-16 5/5-7 ct/11-13 tw/14-16"},
		{"số ２１-ＫＬ/ＴＷ\u200b", "số/0-4 21-kl/tw/5-25 21/5-11 kl/12-18 tw/19-25"},
		{"TP.HCM.", "tp.hcm/0-6 tphcm/0-6 tp/0-2 hcm/3-6"},
		{"\xff\xfeđ", "đ/2-4"},
	} {
		if got := spans(tt.in); got != tt.want {
			t.Errorf("%+q\n got %s\nwant %s", tt.in, got, tt.want)
		}
	}
}

// TestEarlyStop takes each number of tokens and then no more.
func TestEarlyStop(t *testing.T) {
	const text = "Kết luận 21-KL/TW, ngày 25/10/2021 ở TP.HCM, COVID-19, H5N1, soi.vn, TƯ"
	all := Append(nil, text, viet.Exact)
	for n := range all {
		var got []Token
		for tok := range Tokens(text, viet.Exact) {
			got = append(got, tok)
			if len(got) == n+1 {
				break
			}
		}
		if fmt.Sprint(got) != fmt.Sprint(all[:n+1]) {
			t.Errorf("the first %d tokens are %v, want %v", n+1, got, all[:n+1])
		}
	}
}

// TestConstantMemory goes through texts of words, one a thousand times as long
// as the other: a token of a known word or of plain digits costs no memory, so
// both take the same. (A code, a date and a number with points cost the term
// that is made for them, which the caller may drop.)
func TestConstantMemory(t *testing.T) {
	const unit = "Đảng uỷ xã “tự soi”, tự sửa; chi bộ KỶ LUẬT năm 2021, đạt 97%. Kiểm tra 32/32. "
	short, long := unit, strings.Repeat(unit, 1000)
	for _, level := range []viet.Level{viet.Exact, viet.ASCII} {
		allocations := func(text string) float64 {
			return testing.AllocsPerRun(5, func() {
				for range Tokens(text, level) {
				}
			})
		}
		if few, many := allocations(short), allocations(long); many > few+2 {
			t.Errorf("level %d: %v allocations for a text, %v for one 1000 times as long", level, few, many)
		}
	}
}

// problem says which promise about tokens does not hold for text.
func problem(text string) string {
	exact := Append(nil, text, viet.Exact)
	folded := Append(nil, text, viet.ASCII)
	if len(folded) != len(exact) {
		return fmt.Sprintf("%d exact tokens, but %d folded", len(exact), len(folded))
	}
	start, position := 0, 0
	for i, t := range exact {
		f := folded[i]
		switch {
		case t.Start < start || t.Start >= t.End || t.End > len(text):
			return fmt.Sprintf("%v is out of order after %d", t, start)
		case t.Position != position && t.Position != position+1 || t.Position < 1:
			return fmt.Sprintf("%v jumps from position %d", t, position)
		case !utf8.ValidString(text[t.Start:t.End]):
			return fmt.Sprintf("%v is cut from %q", t, text[t.Start:t.End])
		case continuesMark(text, t.Start) || continuesMark(text, t.End):
			return fmt.Sprintf("%v is cut inside a letter", t)
		case insideWord(text, t.Start) || insideWord(text, t.End):
			return fmt.Sprintf("%v is cut inside a word", t)
		case t.Term == "" || len(t.Term) > MaxTerm || !utf8.ValidString(t.Term):
			return fmt.Sprintf("%v has a bad term", t)
		case f.Start != t.Start || f.End != t.End || f.Position != t.Position || f.Kind != t.Kind || f.InCode != t.InCode:
			return fmt.Sprintf("%v is folded as %v", t, f)
		case f.Term != viet.Fold(t.Term, viet.ASCII) && len(t.Term) < MaxTerm-4:
			return fmt.Sprintf("%v is folded to %q", t, f.Term)
		}
		start, position = t.Start, t.Position
	}
	return ""
}

// continuesMark reports whether a combining mark stands at i.
func continuesMark(text string, i int) bool {
	if i >= len(text) {
		return false
	}
	c, _ := classAt(text, i)
	return c == mark
}

// insideWord reports whether a letter, perhaps with marks, stands before i and
// another one at i, whatever is invisible between them. Every syllable is a
// run of letters. Folding decides: it leaves nothing of what is invisible, and
// makes an apostrophe of U+02BC, which Unicode calls a letter.
func insideWord(text string, i int) bool {
	folded := func(r rune) rune {
		f, _ := utf8.DecodeRuneInString(viet.Fold(string(r), viet.Exact))
		return f
	}
	invisible := func(r rune) bool { return viet.Fold(string(r), viet.Exact) == "" }
	before := strings.TrimRightFunc(text[:i], func(r rune) bool { return invisible(r) || unicode.Is(unicode.M, r) })
	last, _ := utf8.DecodeLastRuneInString(before)
	next, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(text[i:], invisible))
	return unicode.IsLetter(folded(last)) && unicode.IsLetter(folded(next))
}

// TestHostile runs over what no text holds; that it ends soon shows that the
// time is linear.
func TestHostile(t *testing.T) {
	n := 1 << 18 // bytes
	if testing.Short() {
		n = 1 << 13
	}
	for _, s := range []string{
		"1", "1.", "1,", "1.1,", "1-", "1/", "1 1-", "1-KL/", "21-KL/TW", "25/10/2021", "10/",
		"a", "a.", "A.", "A.B.", "NAM.", "a-", "a@", "a1", "a_", "www.", "a.vn.", "T.Ư", "TƯ ", "TƯ",
		"\u0301", "a\u0301", "\u200B", "a\u200B", "1\u200B", "a\u200B1", "-", "\xff", "1\xff", "ngày 1", "ngày 1-",
	} {
		if p := problem(strings.Repeat(s, n/len(s))); p != "" {
			t.Errorf("%q repeated: %.200s", s, p)
		}
	}
}

func FuzzTokens(f *testing.F) {
	f.Add("Kết luận số 21-KL/TW, ngày 25/10/2021 của T.Ư")
	f.Add("37 – QĐ/TW\u0323, 2.365,5 và 1,2,3-NQ/TW")
	f.Add("COVID-19 ô-tô TP.HCM GS.TS soi.vn a@b.vn H5N1 TW4")
	f.Add("12\u02bca a\u02bca")
	f.Add("２１－ＫＬ\u200b/ＴＷ\u00ad ngày ２５/１０/２０２１ 1\u00ad2/3/2021")
	f.Add("Ho\u0300a Đ\u200Bảng\u200B ２１ \xff\u0344")
	f.Fuzz(func(t *testing.T, text string) {
		if p := problem(text); p != "" {
			t.Errorf("%+q: %s", text, p)
		}
	})
}
