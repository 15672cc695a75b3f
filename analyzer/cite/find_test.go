package cite

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"soi/testdata/shared"
)

// line writes references as code|type|date|term joined by ";".
func line(refs []Reference) string {
	var out []string
	for _, r := range refs {
		out = append(out, strings.Join([]string{r.Code, r.Type, r.Date, r.Term}, "|"))
	}
	return strings.Join(out, ";")
}

var escape = regexp.MustCompile(`\\u[0-9a-fA-F]{4}`)

// vectors calls check with the two fields of each row of a table of vectors.
func vectors(t *testing.T, name string, check func(in, want string)) {
	t.Helper()
	for _, row := range shared.Rows(t, name) {
		in := escape.ReplaceAllStringFunc(row[0], func(s string) string {
			r, _ := strconv.ParseUint(s[2:], 16, 32)
			return string(rune(r))
		})
		check(in, row[1])
	}
}

func TestFindVectors(t *testing.T) {
	vectors(t, "vectors/directives.tsv", func(in, want string) {
		if got := line(Find(in)); got != want {
			t.Errorf("Find(%q)\n got %s\nwant %s", in, got, want)
		}
	})
}

func TestTokenVectors(t *testing.T) {
	code := regexp.MustCompile(`\d+:(\S+)/code`)
	date := regexp.MustCompile(`\d+:(\S+)/date`)
	vectors(t, "vectors/tokens.tsv", func(in, want string) {
		var codes []string
		for i := range in {
			if r, ok := CodeAt(in, i); ok {
				codes = append(codes, Key(r.Code))
			}
		}
		var wantCodes []string
		for _, m := range code.FindAllStringSubmatch(want, -1) {
			wantCodes = append(wantCodes, Key(m[1]))
		}
		if got, want := strings.Join(codes, " "), strings.Join(wantCodes, " "); got != want {
			t.Errorf("codes of %q: %q, want %q", in, got, want)
		}
		var dates, wantDates []string
		for _, d := range FindDates(in) {
			dates = append(dates, d.ISO())
		}
		for _, m := range date.FindAllStringSubmatch(want, -1) {
			wantDates = append(wantDates, m[1])
		}
		if got, want := strings.Join(dates, " "), strings.Join(wantDates, " "); got != want {
			t.Errorf("dates of %q: %q, want %q", in, got, want)
		}
	})
}

func TestFind(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		// A list's second code has the first one's type.
		{"các Quy định số 37-QĐ/TW và số 69-QĐ/TW", "37-QĐ/TW|Quy định||;69-QĐ/TW|Quy định||"},
		// Numbers after a code are no list, and a list needs its type word.
		{"Nghị quyết số 18-NQ/TW, 19 đơn vị", "18-NQ/TW|Nghị quyết||"},
		{"trong 18, 19-NQ/TW", "19-NQ/TW|Nghị quyết||"},
		// The word decides what the abbreviation leaves open.
		{"qui định số 42/QĐ-TW", "42-QĐ/TW|Quy định||"},
		{"Đề án số 01-DA/TU", "01-ĐA/TU|Đề án||"},
		{"Hướng dẫn số 05-HĐ/BTCTU", "05-HD/BTCTU|Hướng dẫn||"},
		{"Chương trình hành động số 10-CTr/TU", "10-CTr/TU|Chương trình hành động||"},
		{"Luật Đất đai số 31/2024/QH15", "31/2024/QH15|Luật||"},
		{"Công văn số 123/CT-TTHT", "123/CT-TTHT|Công văn||"},
		// Dates: a full one, right after, in any dress; of another year than the code's too.
		{"Kết luận 21-KL/TW (25/10/2021)", "21-KL/TW|Kết luận|2021-10-25|XIII"},
		{"Kết luận 21-KL/TW ban hành ngày 25/10/2021", "21-KL/TW|Kết luận|2021-10-25|XIII"},
		{"Kết luận 21-KL/TW của Bộ Chính trị ngày 25.10.2021", "21-KL/TW|Kết luận|2021-10-25|XIII"},
		{"Kết luận 21-KL/TW ngày 25/10", "21-KL/TW|Kết luận||"},
		{"Kết luận 21-KL/TW. Ngày 25/10/2021", "21-KL/TW|Kết luận||"},
		// Short forms.
		{"Kế hoạch số 43 của Ban Thường vụ Tỉnh ủy Quảng Nam", "43-KH/TU|Kế hoạch||"},
		{"Ban Thường vụ Tỉnh ủy đã ban hành Kế hoạch số 43", "43-KH/TU|Kế hoạch||"},
		{"Kết luận số 21, Ban Thường vụ Tỉnh ủy ban hành 40 văn bản", "|Kết luận||"}, // a body that only follows
		{"Nghị định 100/2019 của Chính phủ", "100/2019/NĐ-CP|Nghị định||"},
		{"Thông tư số 15 ngày 5/3/2020 của Bộ Y tế", "15/2020/TT-BYT|Thông tư|2020-03-05|"},
		{"Đề án 06 của Chính phủ", "|Đề án||"}, // its code is not made of these
		{"Nghị quyết 43 của Quốc hội", "|Nghị quyết||"},
		{"Quyết định 2021 của Ủy ban nhân dân tỉnh", ""}, // more likely a year
		{"Kế hoạch 5 năm 2021-2025", ""},
		{"dự án số 5", ""},
		{"Nghị quyết 1,5 triệu ngày 1/1/2020", ""},
		{"Quyết định số 2 345/QĐ-UBND và số 1.234/QĐ-UBND", "2345/QĐ-UBND|Quyết định||;1234/QĐ-UBND|Quyết định||"},
		{"giao 4.900/5.000 hộ, 1.234/QĐ", ""},
		// Plenums.
		{"Nghị quyết Trung ương 4 khóa XI, XII", "NQTW4-XI|Nghị quyết||XI;NQTW4-XII|Nghị quyết||XII"},
		{"Nghị quyết Trung ương 4 khóa 12", "NQTW4-XII|Nghị quyết||XII"},
		{"Kết luận Hội nghị lần thứ tư BCH TW 4 khóa XIII", "KLTW4-XIII|Kết luận||XIII"}, // a conclusion is another directive
		{"Kết luận Trung ương 4 khóa XIII", "KLTW4-XIII|Kết luận||XIII"},
		{"Nghị quyết Hội nghị lần thứ tám Ban Chấp hành Trung ương khóa XI", "NQTW8-XI|Nghị quyết||XI"},
		{"NGHỊ QUYẾT HỘI NGHỊ LẦN THỨ TÁM BAN CHẤP HÀNH TRUNG ƯƠNG ĐẢNG KHÓA XI", "NQTW8-XI|Nghị quyết||XI"},
		{"nghi quyet hoi nghi lan thu tam ban chap hanh trung uong khoa XI", "NQTW8-XI|Nghị quyết||XI"},
		{"Nghị quyết của Hội nghị lần thứ mười một, BCH Trung ương Đảng Cộng sản Việt Nam (khóa IX)", "NQTW11-IX|Nghị quyết||IX"},
		{"Nghị quyết Hội nghị lần thứ mười BCH TW khóa X", "NQTW10-X|Nghị quyết||X"},
		{"Nghị quyết Hội nghị lần thứ 8 BCH Trung ương khóa 11", "NQTW8-XI|Nghị quyết||XI"},
		{"Nghị quyết Hội nghị Trung ương lần thứ 4 (khóa XII)", "NQTW4-XII|Nghị quyết||XII"},
		{"Nghị quyết Trung ương bốn khóa XII và Nghị quyết Trung ương IV (khóa XI)", "NQTW4-XII|Nghị quyết||XII;NQTW4-XI|Nghị quyết||XI"},
		{"NQTW4 khóa XII", "NQTW4-XII|Nghị quyết||XII"},
		{"Hội nghị lần thứ tám Ban Chấp hành Trung ương khóa XI", ""},               // a meeting
		{"Nghị quyết Hội nghị lần thứ tám Ban Chấp hành Đảng bộ tỉnh khóa XXI", ""}, // a province's
		{"Nghị quyết Đại hội lần thứ VIII Ban Chấp hành Trung ương khóa XI", ""},    // a congress's
		{"Nghị quyết Trung ương hai lần nhắc", ""},                                  // a count
		{"Nghị quyết số 33-NQ/TW của Hội nghị lần thứ chín Ban Chấp hành Trung ương khóa XI", "33-NQ/TW|Nghị quyết||XI"},
		{"Nghị quyết Trung ương 4, 12 chi bộ", "NQTW4|Nghị quyết||"},
		{"Hội nghị Trung ương 4 khóa XII", ""}, // a meeting
		// Congresses: the Party's, in the same phrase.
		{"Kết luận 21-KL/TW của Đảng khóa XIII", "21-KL/TW|Kết luận||XIII"},
		{"Kết luận 21-KL/TW tại kỳ họp Quốc hội khóa XV", "21-KL/TW|Kết luận||"},
		{"Kết luận 21-KL/TW; Ban Chấp hành Trung ương Đảng khóa XIII", "21-KL/TW|Kết luận||"},
		{"Kế hoạch 10-KH/TU của Ban Chấp hành Đảng bộ tỉnh khóa XV", "10-KH/TU|Kế hoạch||"},
		// What is joined by "và" shares a congress in words, and a date behind one type word.
		{"Chỉ thị số 07-CT/TW và Kết luận số 09-KL/TW ngày 18/5/2021", "07-CT/TW|Chỉ thị||;09-KL/TW|Kết luận|2021-05-18|XIII"},
		{"37-NQ/TW và Kết luận 89-KL/TW ngày 25/7/2024", "37-NQ/TW|Nghị quyết||;89-KL/TW|Kết luận|2024-07-25|XIII"},
		{"Chỉ thị 07-CT/TW, Chỉ thị 08-CT/TW, Chỉ thị số 20-CT/TW ngày 15/6/2022", "07-CT/TW|Chỉ thị||;08-CT/TW|Chỉ thị||;20-CT/TW|Chỉ thị|2022-06-15|XIII"},
		{"Chỉ thị 07-CT/TW và Kết luận 09-KL/TW năm 2022", "07-CT/TW|Chỉ thị||;09-KL/TW|Kết luận||XIII"},
		{"Nghị quyết số 28-NQ/TW và số 29-NQ/TW ngày 25/10/2017", "28-NQ/TW|Nghị quyết||XII;29-NQ/TW|Nghị quyết|2017-10-25|XII"},
		{"Nghị quyết 28-NQ/TW và Nghị quyết 29-NQ/TW của Đảng khóa XII", "28-NQ/TW|Nghị quyết||XII;29-NQ/TW|Nghị quyết||XII"},
		{"Kết luận 07-KL/TW, Nghị quyết số 28-NQ/TW và số 29-NQ/TW ngày 25/10/2017", "07-KL/TW|Kết luận||;28-NQ/TW|Nghị quyết||XII;29-NQ/TW|Nghị quyết|2017-10-25|XII"},
		{"Chỉ thị 17 và Kết luận 19 ngày 18/5/2021 của Bộ Chính trị", "17-CT/TW|Chỉ thị||;19-KL/TW|Kết luận|2021-05-18|XIII"},
		{"Chỉ thị 17 và Kết luận 19 của Bộ Chính trị khóa XIII", "17-CT/TW|Chỉ thị||XIII;19-KL/TW|Kết luận||XIII"},
		// Decomposed letters.
		{"Ke\u0302\u0301t lua\u0323\u0302n so\u0302\u0301 21-KL/TW", "21-KL/TW|Kết luận||"},
	} {
		if got := line(Find(tt.in)); got != tt.want {
			t.Errorf("Find(%q)\n got %s\nwant %s", tt.in, got, tt.want)
		}
	}
}

func TestFindSpans(t *testing.T) {
	for _, tt := range []struct{ in, raw, body, place string }{
		{"theo Kết luận số 21-KL/TW, ngày 25/10/2021 của Ban Bí thư về", "Kết luận số 21-KL/TW, ngày 25/10/2021 của Ban Bí thư", "Ban Bí thư", ""},
		{"21-KL/TW của BCH TƯ Đảng (khóa XIII) đã", "21-KL/TW của BCH TƯ Đảng (khóa XIII)", "BCH TƯ Đảng (khóa XIII)", ""},
		{"Nghị quyết 05-NQ/TU của Tỉnh ủy Quảng Nam về", "Nghị quyết 05-NQ/TU của Tỉnh ủy Quảng Nam", "Tỉnh ủy Quảng Nam", "Quảng Nam"},
		{"Quyết định 12/QĐ-UBND của UBND tỉnh Quảng Nam", "Quyết định 12/QĐ-UBND của UBND tỉnh Quảng Nam", "UBND tỉnh Quảng Nam", "tỉnh Quảng Nam"},
		{"Quyết định 12/QĐ-UBND của UBND TP. HCM", "Quyết định 12/QĐ-UBND của UBND TP. HCM", "UBND TP. HCM", "TP. HCM"},
		{"KẾ HOẠCH SỐ 46-KH/HU CỦA HUYỆN ỦY LỤC NGẠN VỀ THỰC HIỆN CHỦ TRƯƠNG", "KẾ HOẠCH SỐ 46-KH/HU CỦA HUYỆN ỦY LỤC NGẠN", "HUYỆN ỦY LỤC NGẠN", "LỤC NGẠN"},
		{"QUYẾT ĐỊNH SỐ 46/QĐ-UBND CỦA UBND THỊ XÃ NGÃ NĂM BAN HÀNH QUY CHẾ", "QUYẾT ĐỊNH SỐ 46/QĐ-UBND CỦA UBND THỊ XÃ NGÃ NĂM",
			"UBND THỊ XÃ NGÃ NĂM", "THỊ XÃ NGÃ NĂM"},
		{"KẾ HOẠCH SỐ 43-KH/TU CỦA TỈNH ỦY ĐÀ NẴNG ĐÃ SƠ KẾT", "KẾ HOẠCH SỐ 43-KH/TU CỦA TỈNH ỦY ĐÀ NẴNG", "TỈNH ỦY ĐÀ NẴNG", "ĐÀ NẴNG"},
		{"Nghị quyết 05-NQ/ĐU của Đảng ủy Tập đoàn", "Nghị quyết 05-NQ/ĐU của Đảng ủy", "Đảng ủy", ""}, // no half names
		{"Tỉnh ủy Bắc Ninh ban hành Kế hoạch số 43", "Kế hoạch số 43", "Tỉnh ủy Bắc Ninh", "Bắc Ninh"},
		{"Thông tư 12/2020/TT-BGDĐT của Bộ GD&ĐT,", "Thông tư 12/2020/TT-BGDĐT của Bộ GD&ĐT", "Bộ GD&ĐT", ""},
		{"Kế hoạch 7-KH/XYZ của ai đó", "Kế hoạch 7-KH/XYZ", "", ""},
	} {
		refs := Find(tt.in)
		if len(refs) != 1 || refs[0].Raw != tt.raw || refs[0].Body != tt.body || refs[0].Place != tt.place {
			t.Errorf("Find(%q) = %+v, want one %q by %q of %q", tt.in, refs, tt.raw, tt.body, tt.place)
		}
	}
}

func TestConfidence(t *testing.T) {
	for _, tt := range []struct {
		in   string
		want float64
	}{
		{"21-KL/TW", 0.97},
		{"21-kl/tw", 0.90},
		{"29/NQ-TW", 0.85},
		{"7-QĐ/ABCD", 0.85},
		{"1014/UBND-NC", 0.75},
		{"Kết luận số 21 của Bộ Chính trị", 0.75},
		{"Kết luận số 21", 0.60},
		{"Nghị quyết Trung ương 4 khóa XII", 0.90},
		{"Nghị quyết Trung ương 4", 0.50},
	} {
		if refs := Find(tt.in); len(refs) != 1 || refs[0].Confidence != tt.want {
			t.Errorf("Find(%q): %+v, want one of confidence %v", tt.in, refs, tt.want)
		}
	}
}
