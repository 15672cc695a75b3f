package acronym

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"soi/index/schema"
)

// find returns what Find finds in a text that is all body.
func find(text string) []schema.Acronym {
	d := &schema.Document{Text: text, Body: []schema.Span{{End: len(text)}}}
	Find(d)
	return d.Acronyms
}

// shown writes definitions as "BTV=Ban Thường vụ; TCĐ=tổ chức đảng".
func shown(acronyms []schema.Acronym) string {
	var all []string
	for _, a := range acronyms {
		all = append(all, a.Short+"="+a.Long)
	}
	return strings.Join(all, "; ")
}

// check demands that each text declares what stands beside it, all of one
// kind.
func check(t *testing.T, kind schema.AcronymKind, tests [][2]string) {
	t.Helper()
	for _, tt := range tests {
		got := find(tt[0])
		if shown(got) != tt[1] {
			t.Errorf("%q:\n got %s\nwant %s", tt[0], shown(got), tt[1])
		}
		for _, a := range got {
			if a.Kind != kind {
				t.Errorf("%q: %s is %s, want %s", tt[0], a.Short, a.Kind, kind)
			}
		}
	}
}

func TestInitials(t *testing.T) {
	check(t, schema.AcronymInitials, [][2]string{
		{"Ban Thường vụ (BTV) Tỉnh ủy đã họp.", "BTV=Ban Thường vụ"},
		{"các tổ chức đảng (TCĐ) và đảng viên", "TCĐ=tổ chức đảng"},
		{"mọi tổ chức cơ sở đảng (TCCSĐ).", "TCCSĐ=tổ chức cơ sở đảng"},
		{"Hội Liên hiệp Phụ nữ (LHPN) xã", "LHPN=Liên hiệp Phụ nữ"},                                   // not its "Hội"
		{"Sở Giao thông vận tải (GTVT)", "GTVT=Giao thông vận tải"},                                   // nor "Sở"
		{"Chủ tịch Hội đồng quản trị (HĐQT)", "HĐQT=Hội đồng quản trị"},                               // nor the office
		{"Bộ Giáo dục và Đào tạo (GD-ĐT)", "GD-ĐT=Giáo dục và Đào tạo"},                               // "và" left out
		{"Bộ Giáo dục và Đào tạo (GD&ĐT)", "GD&ĐT=Giáo dục và Đào tạo"},                               //
		{"doanh nghiệp nhỏ và vừa (DNNVV)", "DNNVV=doanh nghiệp nhỏ và vừa"},                          // "và" kept
		{"phát triển kinh tế - xã hội (KT - XH)", "KT - XH=kinh tế - xã hội"},                         //
		{"khoa học-công nghệ (KHCN)", "KHCN=khoa học-công nghệ"},                                      // glued by a hyphen
		{"Bộ Lao động, Thương binh và Xã hội (LĐ-TB&XH)", "LĐ-TB&XH=Lao động, Thương binh và Xã hội"}, //
		{"Ủy ban Kiểm tra Trung ương (UBKTTW)", "UBKTTW=Ủy ban Kiểm tra Trung ương"},                  // W for ư
		{"Ủy ban nhân dân (ƯBND)", "ƯBND=Ủy ban nhân dân"},                                            // another mark
		{"Dang bo (DB) xa", "DB=Dang bo"},                                                             // D, no Đ
		{"Đảng ủy (DU) xã", "DU=Đảng ủy"},                                                             // D for Đ
		{"ban hành chương trình hành động (CTrHĐ)", "CTrHĐ=chương trình hành động"},                   // two letters of a syllable
		{"Thủ tướng (TTg) yêu cầu", "TTg=Thủ tướng"},                                                  // the first and the last
		{"Ủy ban Mặt trận Tổ quốc Việt Nam (MTTQ)", "MTTQ=Mặt trận Tổ quốc"},                          // words behind it
		{"quỹ “Đền ơn đáp nghĩa” (ĐƠĐN)", "ĐƠĐN=Đền ơn đáp nghĩa"},                                    // in quotation marks
		{"Luật Bảo hiểm xã hội 2014 (BHXH)", "BHXH=Bảo hiểm xã hội"},                                  // a year between
		{"Thành ủy TP.HCM (TUTPHCM)", "TUTPHCM=Thành ủy TP.HCM"},                                      // abbreviated already
		{"HỘI ĐỒNG NHÂN DÂN (HĐND)", "HĐND=HỘI ĐỒNG NHÂN DÂN"},                                        //
		{"BTV (Ban Thường vụ) Huyện ủy", "BTV=Ban Thường vụ"},                                         // reversed
		{"BTV (Ban Thường vụ Huyện ủy)", ""},                                                          // more words than letters
		{"Ban Thường vụ (BTV), Ban Chấp hành (BCH)", "BTV=Ban Thường vụ; BCH=Ban Chấp hành"},          //
		{"ban thường vụ (BTV). Ban Thường vụ (BTV).", "BTV=ban thường vụ"},                            // once, where it is first
		{"Uỷ ban nhân dân (UBND), Ủy ban nhân dân (UBND)", "UBND=Uỷ ban nhân dân"},                    // both tone placements
		{"bệnh viện (BV), biên bản (BB), biên bản (BV)", "BV=bệnh viện; BB=biên bản"},                 //
	})
}

func TestForeign(t *testing.T) {
	check(t, schema.AcronymForeign, [][2]string{
		{"gia nhập Tổ chức Thương mại Thế giới (WTO)", "WTO=Tổ chức Thương mại Thế giới"},
		{"Đảng ủy Tập đoàn Dầu khí Việt Nam (PVN)", "PVN=Tập đoàn Dầu khí Việt Nam"},
		{"Tổng công ty cổ phần Xây lắp Dầu khí (PVC)", "PVC=Tổng công ty cổ phần Xây lắp Dầu khí"},
		{"tại Trường Đại học Kinh tế (UEH)", "UEH=Trường Đại học Kinh tế"}, // the outer head
		{"ban quản lý các dự án đối tác công - tư (PPP)", "PPP=đối tác công - tư"},
		{"Hiệp định đối tác toàn diện và tiến bộ (CPTPP)", "CPTPP=Hiệp định đối tác toàn diện và tiến bộ"},
		{"Tổ chức Giáo dục, Khoa học và Văn hóa Liên hợp quốc (UNESCO)", "UNESCO=Tổ chức Giáo dục, Khoa học và Văn hóa Liên hợp quốc"},
		{"chỉ số giá tiêu dùng (CPI) tăng", "CPI=chỉ số giá tiêu dùng"},
		{"doanh nghiệp đầu tư nước ngoài (FDI)", "FDI=đầu tư nước ngoài"},
		{"thuế giá trị gia tăng (VAT)", "VAT=thuế giá trị gia tăng"},
		{"theo hình thức xây dựng - chuyển giao (BT)", "BT=xây dựng - chuyển giao"},
		{"hợp đồng thiết kế, mua sắm, xây dựng (EPC)", "EPC=thiết kế, mua sắm, xây dựng"},
		{"Cục Tình báo Trung ương Mỹ (CIA)", "CIA=Cục Tình báo Trung ương Mỹ"}, // no head in Tình báo
		{"Công ước Luật biển năm 1982 (UNCLOS)", "UNCLOS=Công ước Luật biển"},
		{"Ngân hàng Thế giới tại Việt Nam (WB)", "WB=Ngân hàng Thế giới"},
		{"Hội Doanh nghiệp Anh tại Việt Nam (BBGV)", "BBGV=Hội Doanh nghiệp Anh tại Việt Nam"}, // V
		{"Tập đoàn Xăng dầu Việt Nam (Petrolimex)", "Petrolimex=Tập đoàn Xăng dầu Việt Nam"},
		{"Hội nghị Bộ trưởng Ngoại giao lần thứ 52 (AMM -52)", "AMM -52=Hội nghị Bộ trưởng Ngoại giao lần thứ 52"},
		{"Đài Tiếng nói Việt Nam (VOV)", "VOV=Đài Tiếng nói Việt Nam"}, // a source's sign that is defined
		{"giải thưởng World Travel Awards 2017 (WTA)", "WTA=World Travel Awards"},
		{"Tổ chức Thương mại Thế giới (World Trade Organization - WTO)", "WTO=Tổ chức Thương mại Thế giới"},
		{"bản quyền (World Intellectual Property Organization, WIPO)", "WIPO=World Intellectual Property Organization"},
		{"WTO (Tổ chức Thương mại Thế giới)", "WTO=Tổ chức Thương mại Thế giới"},
		{"PBL (Problem - Based Learning)", "PBL=Problem - Based Learning"},
	})
}

func TestDeclared(t *testing.T) {
	check(t, schema.AcronymDeclared, [][2]string{
		{"Ban Thường vụ (viết tắt là BTV)", "BTV=Ban Thường vụ"},
		{"Ban Thường vụ (sau đây viết tắt là BTV)", "BTV=Ban Thường vụ"},
		{"Ban Thường vụ, viết tắt: BTV.", "BTV=Ban Thường vụ"},
		{"Ban Chỉ đạo phòng, chống tham nhũng tỉnh (sau đây gọi tắt là Ban Chỉ đạo) do Bí thư đứng đầu", "Ban Chỉ đạo=Ban Chỉ đạo phòng, chống tham nhũng tỉnh"},
		{"Ban Chỉ đạo xây dựng nông thôn mới, sau đây gọi là Ban Chỉ đạo, đã họp", "Ban Chỉ đạo=Ban Chỉ đạo xây dựng nông thôn mới"},
		{"xây dựng Đề án “Nâng cao năng lực, đổi mới phương thức lãnh đạo” (sau đây gọi tắt là Đề án)", "Đề án=Đề án “Nâng cao năng lực, đổi mới phương thức lãnh đạo”"},
		{"Công ty cổ phần Sao Mai Vàng (gọi tắt là Sao Mai Vàng)", "Sao Mai Vàng=Công ty cổ phần Sao Mai Vàng"},
		{"Công ty TNHH Sao Mai (gọi tắt Công ty Sao Mai, ở Huế)", "Công ty Sao Mai=Công ty TNHH Sao Mai"},
		{"Ngân hàng Phát triển châu Á (gọi tắt là ADB)", "ADB=Ngân hàng Phát triển châu Á"},
		{"Tổ chức Thương mại Thế giới (tiếng Anh: World Trade Organization, viết tắt là WTO)", "WTO=Tổ chức Thương mại Thế giới"},
		{"BTV là viết tắt của Ban Thường vụ.", "BTV=Ban Thường vụ"},
		{"BTV (viết tắt của Ban Thường vụ) họp", "BTV=Ban Thường vụ"},
	})
}

// What only looks like a definition is none.
func TestNone(t *testing.T) {
	for _, text := range []string{
		"Đồng chí Bí thư phát biểu tại hội nghị. (TTXVN)", "Ảnh: Lê Văn Tám (TTXVN)", // sources
		"Công tác xây dựng Đảng ở thành hội (TH)\nTin khác",                                                               // who wrote it, at the end of its line
		"Công ty Sao Mai (TP.HCM)", "Công ty Sao Mai (TPHCM)", "Công ty Sao Mai (Bắc Giang)", "Thành phố Cà Mau (Cà Mau)", // places
		"Hãng hàng không Thomas (Anh)", "Tập đoàn Seoul (Singapore)", "Ban Quản lý chợ (UBND TP HCM)",
		"ông Nguyễn Văn An (SN 1954)", "chị Lê Thị Hoa (32 tuổi)", "anh Trần Bình (NV)", // persons
		"Kết luận của Bộ Chính trị (21-KL/TW)", "Quyết định (12/QĐ-UBND)", // codes
		"Nghị quyết Trung ương 4 (khóa XII)", "Đại hội (XIII)", "phần thứ ba (III)", "xã viên (XV)", // Roman numbers
		"Hội nghị (25/10/2021)", "Hội nghị (năm 2021)", "Ban Thường vụ (2021)", // dates
		"Kết luận số 21-KL/TW (gọi tắt là Kết luận 21)", "Nghị quyết về xây dựng Đảng (sau đây gọi tắt là Nghị quyết)", // directives
		"Vụ Quản lý Ngoại hối (NHNN)",  // whose it is
		"Tập đoàn SBIC (Vinashin)",     // a short form beside another
		"Ủy ban nhân dân. (HĐND)",      // a sentence ends between
		"Hội đồng nhân\ndân (HĐND)",    // a line ends between
		"thực hiện tốt công tác (XYZ)", // nothing tells
		"cách gọi tắt là phổ biến", "(gọi tắt là", "viết tắt", "sau đây gọi là ", "(BTV", "BTV)", "()", "((BTV))", "( )",
		"Ban Bí thư (Ban Bí thư Trung ương Đảng)",
	} {
		if got := find(text); len(got) != 0 {
			t.Errorf("%q: %s", text, shown(got))
		}
	}
}

// Initials that tell what a short form is win over a name that it only stands
// behind.
func TestInitialsWinOverHeads(t *testing.T) {
	got := shown(find("Cục Đường bộ (CSGT). Cảnh sát giao thông (CSGT) có mặt."))
	if want := "CSGT=Cảnh sát giao thông"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// Only what the document says counts: the page around it declares nothing.
func TestNoiseDeclaresNothing(t *testing.T) {
	const title, noise, body = "Ban Thường vụ (BTV) họp", "Ban Chấp hành (BCH)", "Tổ chức đảng (TCĐ)."
	d := &schema.Document{Text: title + "\n" + noise + "\n" + body, Title: schema.Span{End: len(title)}}
	d.Body = []schema.Span{{Start: len(d.Text) - len(body), End: len(d.Text)}}
	Find(d)
	if got, want := shown(d.Acronyms), "BTV=Ban Thường vụ; TCĐ=Tổ chức đảng"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	for _, a := range d.Acronyms {
		if !d.Says(a.ShortSpan) || !d.Says(a.LongSpan) {
			t.Errorf("%s is not in what the document says", a.Short)
		}
	}
}

// Hostile texts take their time in proportion and give at most maxAcronyms.
func TestHostile(t *testing.T) {
	for _, unit := range []string{
		"(", "(A", "a(AB)", "(AB) ", "gọi tắt ", "gọi tắt là AB, ", "viết tắt của AB ", "a a a a (AAAA", "Tổ chức ", "a, ",
		"Ban Thường vụ (BTV) ", "và ", "và và và (VV) ", "Ban ban ban ban ban ban ban (BBBBBBB) ", "ế", "\xff(AB)", "(\u0300AB)", "AB(",
	} {
		if got := find(strings.Repeat(unit, 20000)); len(got) > maxAcronyms {
			t.Errorf("%q: %d definitions", unit, len(got))
		}
	}
	var many strings.Builder
	for a := range 40 {
		for b := range 40 {
			many.WriteString(string(rune('a'+a%26)) + strings.Repeat("x", a/26+1) + " " + string(rune('a'+b%26)) + strings.Repeat("y", b/26+1))
			many.WriteString(" (" + strings.ToUpper(string(rune('a'+a%26))+string(rune('a'+b%26))) + "). ")
		}
	}
	if got := find(many.String()); len(got) != maxAcronyms {
		t.Errorf("%d definitions of %d kept, want %d", len(got), 40*40, maxAcronyms)
	}
}

// Whatever the text: spans slice to what they say they are, lie apart and on
// rune borders, stand in order, each pair once; and saying a text again
// declares nothing new.
func FuzzFind(f *testing.F) {
	f.Add("Ban Thường vụ (BTV) Tỉnh ủy; BCH (Ban Chấp hành); Đề án A (sau đây gọi tắt là Đề án)")
	f.Add("Tổ chức Thương mại Thế giới (World Trade Organization - WTO), viết tắt của (W")
	f.Add("Ủy ban “Kiểm tra” 2021 (UBKT), Hội A, B và C (HABC)\nXV (Xã viên)")
	f.Fuzz(func(t *testing.T, text string) {
		got := find(text)
		at := 0
		for _, a := range got {
			if a.Short != a.ShortSpan.Of(text) || a.Long != a.LongSpan.Of(text) || a.Short == "" || a.Long == "" {
				t.Fatalf("%+v: not in %q", a, text)
			}
			if utf8.ValidString(text) && !utf8.ValidString(a.Short+" "+a.Long) {
				t.Errorf("%+v cuts a letter of %q", a, text)
			}
			if a.ShortSpan.Start < at || a.ShortSpan.Start < a.LongSpan.End && a.LongSpan.Start < a.ShortSpan.End {
				t.Errorf("%+v is out of order, or its spans overlap, in %q", a, text)
			}
			at = a.ShortSpan.Start
		}
		if again := find(text + "\n" + text); !reflect.DeepEqual(pairs(again), pairs(got)) {
			t.Errorf("%q gives %s, said twice %s", text, shown(got), shown(again))
		}
	})
}

// pairs returns the short and long forms in sorted order.
func pairs(acronyms []schema.Acronym) []string {
	var all []string
	for _, a := range acronyms {
		all = append(all, shown([]schema.Acronym{a}))
	}
	slices.Sort(all)
	return all
}
