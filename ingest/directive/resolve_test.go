package directive

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"soi/analyzer/cite"
	"soi/index/schema"
	"soi/testdata/shared"
)

// identities writes the references of d as identity/kind.
func identities(d *schema.Document) string {
	var out []string
	for _, r := range d.References {
		out = append(out, r.Identity+"/"+string(r.Kind))
	}
	return strings.Join(out, " ")
}

func TestResolve(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		// The term comes from the date, also for undated mentions beside it.
		{"Kết luận số 21-KL/TW ngày 25/10/2021. Thực hiện Kết luận 21-KL/TW.", "21-KL/TW@XIII/code 21-KL/TW@XIII/code"},
		{"Kết luận 21-KL/TW ngày 25/5/2012", "21-KL/TW@XI/code"},
		{"Kết luận 21-KL/TW", "21-KL/TW/code"}, // unknown stays unknown
		// Two directives with one code: the undated mention is neither.
		{"21-KL/TW ngày 25/5/2012; 21-KL/TW ngày 25/10/2021; 21-KL/TW", "21-KL/TW@XI/code 21-KL/TW@XIII/code 21-KL/TW/code"},
		// A short form takes the code of its one antecedent, before or after it.
		{"Kết luận số 21-KL/TW ngày 25/10/2021. Kết luận số 21 nêu", "21-KL/TW@XIII/code 21-KL/TW@XIII/number"},
		{"Kết luận số 21 nêu. Kết luận số 21-KL/TW ngày 25/10/2021", "21-KL/TW@XIII/number 21-KL/TW@XIII/code"},
		{"Kế hoạch số 43-KH/TU. Kế hoạch 43-KH/HU. Kế hoạch số 43 nêu", "43-KH/TU@quang-nam/code 43-KH/HU@quang-nam/tien-phuoc/code /number"}, // two candidates
		{"Kết luận số 21-KL/TW ngày 25/10/2021. Kết luận số 21 ngày 1/2/2022", "21-KL/TW@XIII/code /number"},                                  // another date
		{"Chỉ thị số 05-CT/HU. Chỉ thị số 05 của Bộ Chính trị", "05-CT/HU@quang-nam/tien-phuoc/code 05-CT/TW/number"},                         // another issuer
		{"Nghị quyết số 21-NQ/TW. Kết luận số 21 nêu", "21-NQ/TW/code /number"},                                                               // another type
		{"Kết luận số 21 ngày 25/10/2021 của Ban Chấp hành Trung ương", "21-KL/TW@XIII/number"},
		// A type and a number alone, if the document names that directive elsewhere.
		{"Kế hoạch số 43-KH/TU. Trong kế hoạch 5 năm, kế hoạch 43 đã", "43-KH/TU@quang-nam/code 43-KH/TU@quang-nam/number"},
		{"Kế hoạch số 43-KH/TU. Theo kế hoạch 44 đã", "43-KH/TU@quang-nam/code"},
		{"Kết luận số 21 của Bộ Chính trị khóa XIII; theo kết luận 21 thì", "21-KL/TW@XIII/number 21-KL/TW@XIII/number"},
		{"Thông báo số 49-TB/VPTU. Văn bản số 49 nêu, văn bản số 50 nêu", "49-TB/VPTU@quang-nam/code 49-TB/VPTU@quang-nam/number /number"},
		{"Quyết định 150/2004/QĐ-UB. Theo quyết định 150", "150/2004/QĐ-UB@quang-nam/code 150/2004/QĐ-UB@quang-nam/number"},
		{"Nghị định 46 của Chính phủ", "/number"}, // of which year is not told
		{"Nghị định 46/2017/NĐ-CP. Nghị định 46 của Chính phủ", "46/2017/NĐ-CP/code 46/2017/NĐ-CP/number"},
		{"Nghị quyết số 4266/NQ-ABCD ngày 16/5/2011", "4266/NQ-ABCD@2011/code"}, // a company's, numbered as the state does
		// Quy định and Quyết định share QĐ in the Party.
		{"Quy định số 37-QĐ/TW ngày 25/10/2021. Theo 37-QĐ/TW", "37-QĐ/TW@XIII:quy-dinh/code 37-QĐ/TW@XIII:quy-dinh/code"},
		{"Quy định 37-QĐ/TW và Quyết định 37-QĐ/TW, 37-QĐ/TW", "37-QĐ/TW@quy-dinh/code 37-QĐ/TW@quyet-dinh/code 37-QĐ/TW@quyet-dinh/code"},
		{"theo 37-QĐ/TW", "37-QĐ/TW/code"}, // which of the two is not told
		{"QĐ 38 của Bộ Chính trị", "38-QĐ/TW/number"},
		{"QĐ 38 của Bộ Chính trị. Quy định 38-QĐ/TW", "38-QĐ/TW@quy-dinh/number 38-QĐ/TW@quy-dinh/code"},
		{"QĐ 38 của Bộ Chính trị. Nghị quyết 38-NQ/TW", "38-QĐ/TW/number 38-NQ/TW/code"},
		{"QĐ 38 của Bộ Chính trị. Quy định 38-QĐ/TW, Quyết định 38-QĐ/TW", "38-QĐ/TW/number 38-QĐ/TW@quy-dinh/code 38-QĐ/TW@quyet-dinh/code"},
		// Local directives: whose.
		{"Kế hoạch số 107-KH/TU, ngày 07/01/2022", "107-KH/TU@quang-nam/code"},
		{"Nghị quyết số 05-NQ/TU của Tỉnh ủy Bắc Giang", "05-NQ/TU@bac-giang/code"}, // another province's
		{"Quyết định số 12/QĐ-UBND ngày 5/3/2021 của UBND tỉnh", "12/QĐ-UBND@quang-nam:2021/code"},
		{"Quyết định số 12/QĐ-UBND ngày 5/3/2021 của UBND huyện", "12/QĐ-UBND@quang-nam/tien-phuoc:2021/code"},
		{"Quyết định số 12/2021/QĐ-UBND", "12/2021/QĐ-UBND@quang-nam/code"},
		{"Kế hoạch số 15/KH-SGDĐT ngày 5/3/2021", "15/KH-SGDĐT@quang-nam:2021/code"},
		{"Kế hoạch 25-KH/ĐU", "25-KH/ĐU@quang-nam/tien-phuoc/code"}, // which commune is not told
		// State central: the year, once.
		{"Quyết định số 1600/QĐ-TTg ngày 22 tháng 10 năm 2009", "1600/QĐ-TTg@2009/code"},
		{"Nghị định số 30/2020/NĐ-CP ngày 05/3/2020", "30/2020/NĐ-CP/code"},
		{"Luật số 41/2024/QH15 ngày 29/6/2024", "41/2024/QH15/code"},
		{"Nghị quyết Trung ương 4 (khóa XII)", "NQTW4-XII/plenum"},
		// Declared names.
		{"Kết luận số 21-KL/TW ngày 25/10/2021 (gọi tắt là Kết luận 21). Theo Kết luận 21, Kết luận 210 và “Kết luận 21”.",
			"21-KL/TW@XIII/code 21-KL/TW@XIII/number 21-KL/TW@XIII/alias /number 21-KL/TW@XIII/alias"},
		{"Quy định số 08-QĐ/TW về trách nhiệm (sau đây gọi tắt là Quy định nêu gương). Theo Quy định nêu gương thì",
			"08-QĐ/TW@quy-dinh/code 08-QĐ/TW@quy-dinh/alias"},
		{"Kết luận số 21-KL/TW (sau đây gọi là Kết luận 21). Theo Kết luận 21 thì", "21-KL/TW/code 21-KL/TW/number 21-KL/TW/alias"},
		{"Kết luận số 21-KL/TW (viết tắt là KL 21). Theo KL 21 thì", "21-KL/TW/code 21-KL/TW/number 21-KL/TW/alias"},
		{"Theo Kết luận số 21-KL/TW, xã lập Đề án xây dựng nông thôn (gọi tắt là Đề án nông thôn). Đề án nông thôn đã", "21-KL/TW/code"},
		{"Kết luận số 21-KL/TW (gọi tắt là Kết luận). Theo Kết luận thì", "21-KL/TW/code"},
		{"Kết luận số 21-KL/TW (gọi tắt là Kết luận 21-KL/TW)", "21-KL/TW/code 21-KL/TW/code"},
	} {
		d := schema.Document{Text: tt.text, Province: "Quảng Nam", District: "Tiên Phước"}
		Resolve(&d)
		if got := identities(&d); got != tt.want {
			t.Errorf("Resolve(%q)\n got %s\nwant %s", tt.text, got, tt.want)
		}
	}
}

// The Thành ủy of a city under the Centre is a province's committee.
func TestResolveCity(t *testing.T) {
	for _, tt := range []struct{ province, text, want string }{
		{"Hồ Chí Minh", "QĐ 38 của Thành ủy", "38-QĐ/TU@ho-chi-minh"}, // of which type is not told
		{"Hồ Chí Minh", "Chỉ thị số 19 của Ban Thường vụ Thành ủy", "19-CT/TU@ho-chi-minh"},
		{"Bắc Giang", "Chỉ thị số 19 của Ban Thường vụ Thành ủy", ""},
		{"", "Chỉ thị số 19 của Thành ủy", ""},
		{"Bắc Giang", "Chỉ thị số 19 của Thành ủy Đà Nẵng", "19-CT/TU@da-nang"},
		{"Hà Nội", "Chỉ thị số 19 của Thành ủy Biên Hòa", ""},
	} {
		d := schema.Document{Text: tt.text, Province: tt.province}
		Resolve(&d)
		if len(d.References) != 1 || d.References[0].Identity != tt.want {
			t.Errorf("%q in %q: %+v, want the identity %q", tt.text, tt.province, d.References, tt.want)
		}
	}
}

// A document's own number is of the day in its head, and so are its mentions.
func TestOwnDate(t *testing.T) {
	const head = "Số: "
	for _, tt := range []struct {
		text string
		rule schema.Rule
		want string
	}{
		{"45/KH-UBND. Kế hoạch 45/KH-UBND và Kế hoạch 46/KH-UBND", schema.RuleDateHeader,
			"45/KH-UBND@bac-giang:2023/code 45/KH-UBND@bac-giang:2023/code 46/KH-UBND@bac-giang/code"},
		{"45-KL/TW. Kết luận 46-KL/TW", schema.RuleDateHeader, "45-KL/TW@XIII/code 46-KL/TW/code"},
		{"45/2022/QĐ-UBND", schema.RuleDateHeader, "45/2022/QĐ-UBND@bac-giang/code"},
		{"45/KH-UBND", schema.RuleLine, "45/KH-UBND@bac-giang/code"}, // the day it was posted
	} {
		d := schema.Document{Text: head + tt.text, Province: "Bắc Giang", Published: "2023-04-05"}
		d.Evidence = map[schema.Field]schema.Evidence{
			schema.FieldLevel:     {Rule: schema.RuleOwnNumber, Span: &schema.Span{Start: len(head), End: len(head) + 2}},
			schema.FieldPublished: {Rule: tt.rule},
		}
		Resolve(&d)
		if got := identities(&d); got != tt.want {
			t.Errorf("%q by %s: %s, want %s", tt.text, tt.rule, got, tt.want)
		}
		if tt.rule == schema.RuleDateHeader && d.References[0].Year == 2023 && d.References[0].Date != "2023-04-05" {
			t.Errorf("%q: its own date is %q", tt.text, d.References[0].Date)
		}
	}
}

func TestResolveWithoutPlace(t *testing.T) {
	d := schema.Document{Text: "Kế hoạch số 107-KH/TU và Quyết định 12/QĐ-UBND ngày 5/3/2021"}
	Resolve(&d)
	if got, want := identities(&d), "107-KH/TU/code 12/QĐ-UBND@2021/code"; got != want {
		t.Errorf("without a province: %s, want %s", got, want)
	}
}

func TestRelationVectors(t *testing.T) {
	for _, row := range shared.Rows(t, "vectors/relations.tsv") {
		text, want := unescape(row[0]), row[1]
		if got := relationLine(text); got != want {
			t.Errorf("relations of %q\n got %s\nwant %s", text, got, want)
		}
	}
}

func TestRelations(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"Chỉ thị 30-CT/TU về tăng cường thực hiện Chỉ thị 05-CT/TW", "30-CT/TU implements 05-CT/TW"},
		{"Chỉ thị 30-CT/TU thực hiện Chỉ thị 05-CT/TW", ""},              // without về or để: the subject may be another
		{"Chỉ thị 30-CT/TU về 10 năm thực hiện Chỉ thị 05-CT/TW", ""},    // an anniversary
		{"Chỉ thị 30-CT/TU. Về thực hiện Chỉ thị 05-CT/TW", ""},          // another sentence
		{"Chỉ thị 30-CT/TU\nvề thực hiện Chỉ thị 05-CT/TW", ""},          // another line
		{"Chỉ thị 30-CT/TU về việc chưa thực hiện Chỉ thị 05-CT/TW", ""}, // denied
		{"Nghị định 15/2020/NĐ-CP thay thế Nghị định 174/2013/NĐ-CP", "15/2020/NĐ-CP replaces 174/2013/NĐ-CP"},
		{"Thực hiện Chỉ thị 05-CT/TW, Tỉnh ủy ban hành Chỉ thị 30-CT/TU", "30-CT/TU implements 05-CT/TW"},
		{"Theo Chỉ thị 05-CT/TW, Tỉnh ủy ban hành Chỉ thị 30-CT/TU", ""},
		{"Kết luận 10-KL/TW “Tiếp tục thực hiện Nghị quyết 04-NQ/TW”", "10-KL/TW implements 04-NQ/TW"}, // a title without về
		{"KẾ HOẠCH SỐ 46-KH/HU CỦA HUYỆN ỦY LỤC NGẠN VỀ THỰC HIỆN KẾ HOẠCH SỐ 107-KH/TU CỦA TỈNH ỦY BẮC GIANG", "46-KH/HU implements 107-KH/TU"},
		{"Kết luận 10-KL/TW “Về cán bộ”, tiếp tục thực hiện Nghị quyết 04-NQ/TW", ""},
		{"Kết luận 10-KL/TW sơ kết 5 năm thực hiện Nghị quyết 04-NQ/TW", "10-KL/TW reviews 04-NQ/TW"},
		{"Kết luận 10-KL/TW của hội nghị sơ kết 5 năm thực hiện Nghị quyết 04-NQ/TW", ""}, // the meeting reviews
		{"Nghị định 46/2017/NĐ-CP (được sửa đổi, bổ sung bởi Nghị định 135/2018/NĐ-CP)", "135/2018/NĐ-CP amends 46/2017/NĐ-CP"},
		{"Nghị định 174/2013/NĐ-CP đã bị thay thế bằng Nghị định 15/2020/NĐ-CP", "15/2020/NĐ-CP replaces 174/2013/NĐ-CP"},
	} {
		if got := relationLine(tt.text); got != tt.want {
			t.Errorf("relations of %q: %q, want %q", tt.text, got, tt.want)
		}
	}
}

func TestDocumentRelation(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"Huyện ủy quán triệt, triển khai thực hiện Chỉ thị 05-CT/TW", "implements 05-CT/TW: quán triệt, triển khai thực hiện Chỉ thị 05-CT/TW"},
		{"Thực hiện nghiêm túc Chỉ thị 05-CT/TW, xã đã trồng cây", "implements 05-CT/TW: Thực hiện nghiêm túc Chỉ thị 05-CT/TW"},
		{"Kế hoạch về việc tổ chức thực hiện Chỉ thị 05-CT/TW", "implements 05-CT/TW: tổ chức thực hiện Chỉ thị 05-CT/TW"},
		{"Huyện ủy ban hành hướng dẫn thực hiện Chỉ thị 05-CT/TW", "implements 05-CT/TW: thực hiện Chỉ thị 05-CT/TW"},
		{"Xã họp, và triển khai Chỉ thị 05-CT/TW", "implements 05-CT/TW: triển khai Chỉ thị 05-CT/TW"},
		{"Hội nghị sơ kết ba năm thực hiện Chỉ thị 05-CT/TW", "reviews 05-CT/TW: sơ kết ba năm thực hiện Chỉ thị 05-CT/TW"},
		{"Tổng kết kết quả triển khai Chỉ thị 05-CT/TW", "reviews 05-CT/TW: Tổng kết kết quả triển khai Chỉ thị 05-CT/TW"},
		{"Xã tổng kết ba năm (2019 - 2022) thực hiện Chỉ thị 05-CT/TW", "reviews 05-CT/TW: tổng kết ba năm (2019 - 2022) thực hiện Chỉ thị 05-CT/TW"},
		{"Sơ kết việc thực hiện Chỉ thị 05-CT/TW\nXã thực hiện Chỉ thị 05-CT/TW", "implements 05-CT/TW: thực hiện Chỉ thị 05-CT/TW"}, // one of the two
		{"Xã thực hiện Chỉ thị 05-CT/TW\nSơ kết việc thực hiện Chỉ thị 05-CT/TW", "implements 05-CT/TW: thực hiện Chỉ thị 05-CT/TW"},
		{"Xã thực hiện Chỉ thị 05-CT/TW và Nghị quyết 04-NQ/TW", "implements 05-CT/TW: thực hiện Chỉ thị 05-CT/TW; implements 04-NQ/TW: thực hiện Chỉ thị 05-CT/TW và Nghị quyết 04-NQ/TW"},
		{"Thực hiện Chỉ thị 05-CT/TW, Kế hoạch 30-KH/TU sẽ được sửa", "implements 05-CT/TW: Thực hiện Chỉ thị 05-CT/TW"},
		{"Xã thực hiện Chỉ thị 05-CT/TW rồi học Nghị quyết 04-NQ/TW", "implements 05-CT/TW: thực hiện Chỉ thị 05-CT/TW"},
		{"Không thực hiện Chỉ thị 05-CT/TW", ""},
		{"Căn cứ Chỉ thị 05-CT/TW, xã làm đường", ""}, // a basis is not carried out
		{"Kết quả thực hiện Chỉ thị 05-CT/TW còn thấp", ""},
		{"Huyện kiểm tra công tác lãnh đạo, chỉ đạo và tổ chức thực hiện Chỉ thị 05-CT/TW", ""},
		{"Báo cáo của xã về việc thực hiện Chỉ thị 05-CT/TW", ""},
		{"Sau ba năm thực hiện Chỉ thị 05-CT/TW, đường đã sạch", ""},
		{"Theo ông Sơn, thực hiện Chỉ thị 05-CT/TW là việc lớn", ""},
		{"Cuộc họp về việc thực hiện Chỉ thị 05-CT/TW cho thấy nhiều điều", ""},
		{"Công tác lãnh, chỉ đạo thực hiện Chỉ thị 05-CT/TW", ""},
		{"Cuộc thi gắn với thực hiện Chỉ thị 05-CT/TW", ""},
		{"Cán bộ được phân công theo Chỉ thị 05-CT/TW, việc này được thực hiện theo Chỉ thị 06-CT/TW", ""},
		{"Xã nêu Chương trình hành động của Chính phủ thực hiện Chỉ thị 05-CT/TW", ""}, // another's
		{"Hội nghị nghe Kết luận của Bộ Chính trị về sơ kết ba năm thực hiện Chỉ thị 05-CT/TW", ""},
		{"Chỉ thị 30-CT/TU triển khai Chỉ thị 05-CT/TW", ""},
	} {
		d := schema.Document{Text: tt.text}
		Resolve(&d)
		var got []string
		for _, r := range d.Relations {
			if r.From == "" {
				got = append(got, string(r.Kind)+" "+r.To+": "+r.Evidence.Of(d.Text))
			}
		}
		if got := strings.Join(got, "; "); got != tt.want {
			t.Errorf("relations of the document %q\n got %s\nwant %s", tt.text, got, tt.want)
		}
	}
}

// A directive in the noise of the page has no relation to the document, nor to
// the directives beside it, and those that the document names keep theirs.
func TestRelationOfNoise(t *testing.T) {
	const title = "Chi bộ thôn Đông sinh hoạt chuyên đề"
	const body = "Chi bộ đã quán triệt, tổ chức thực hiện nghiêm túc Kết luận số 21-KL/TW."
	const link = "Xã Tân Lập quán triệt, thực hiện nghiêm túc Kế hoạch số 12-KH/TU về thực hiện Nghị quyết số 15-NQ/TW"
	d := schema.Document{Text: title + "\n" + body + "\n" + link, Title: schema.Span{End: len(title)}}
	d.Body = []schema.Span{{Start: len(title) + 1, End: len(title) + 1 + len(body)}}
	Resolve(&d)
	var got []string
	for _, r := range d.Relations {
		got = append(got, r.From+" "+string(r.Kind)+" "+r.To)
	}
	if want := " implements 21-KL/TW"; strings.Join(got, "|") != want || len(d.References) != 3 {
		t.Errorf("relations %q of %d references, want %q of 3", got, len(d.References), want)
	}
}

// A plan carries out what its title names, by its own number; a report with a
// number tells of it.
func TestRelationOfNumber(t *testing.T) {
	for _, tt := range []struct{ head, title, want string }{
		{"Số 25-KH/HU", "KẾ HOẠCH\nthực hiện Chỉ thị 05-CT/TW", "25-KH/HU implements 05-CT/TW"},
		{"Số 25-KH/HU", "KẾ HOẠCH\nthực hiện Chỉ thị 05-CT/TW\nThực hiện Chỉ thị 05-CT/TW, huyện họp", "25-KH/HU implements 05-CT/TW"}, // said once
		{"Số 25-BC/HU", "BÁO CÁO\nkết quả thực hiện Chỉ thị 05-CT/TW", " implements 05-CT/TW"},
		{"Số 25-KH/HU", "KẾ HOẠCH\nKiểm tra thực hiện Chỉ thị 05-CT/TW", ""},
		{"", "KẾ HOẠCH\nthực hiện Chỉ thị 05-CT/TW", " implements 05-CT/TW"},
	} {
		d := schema.Document{Text: tt.head + "\n" + tt.title}
		d.Title = schema.Span{Start: len(tt.head) + 1, End: len(tt.head) + 1 + strings.Index(tt.title, "TW") + 2}
		if tt.head != "" {
			span := schema.Span{Start: len("Số "), End: len(tt.head)}
			d.Evidence = map[schema.Field]schema.Evidence{schema.FieldLevel: {Rule: schema.RuleOwnNumber, Span: &span}}
		}
		Resolve(&d)
		var got []string
		for _, r := range d.Relations {
			from, _ := cite.ParseIdentity(r.From)
			to, _ := cite.ParseIdentity(r.To)
			got = append(got, from+" "+string(r.Kind)+" "+to)
		}
		if got := strings.Join(got, "; "); got != tt.want {
			t.Errorf("%s %q: %q, want %q", tt.head, tt.title, got, tt.want)
		}
	}
}

// What a report is called after, it is about: the results of carrying out, and
// the years.
func TestDocumentRelationOfTitle(t *testing.T) {
	for _, tt := range []struct{ title, want string }{
		{"Kết quả thực hiện Chỉ thị 05-CT/TW", "implements 05-CT/TW"},
		{"Ba năm thực hiện Chỉ thị 05-CT/TW", "implements 05-CT/TW"},
		{"Kiểm tra thực hiện Chỉ thị 05-CT/TW", ""},
		{"Chưa thực hiện Chỉ thị 05-CT/TW", ""},
	} {
		d := schema.Document{Text: tt.title, Title: schema.Span{Start: 0, End: len(tt.title)}}
		Resolve(&d)
		got := ""
		for _, r := range d.Relations {
			got += string(r.Kind) + " " + r.To
		}
		if got != tt.want {
			t.Errorf("%q: %q, want %q", tt.title, got, tt.want)
		}
	}
}

// relationLine writes the relations between the references of a text, without
// the tails of identities; those of the document itself are left out.
func relationLine(text string) string {
	d := schema.Document{Text: text}
	Resolve(&d)
	var out []string
	for _, r := range d.Relations {
		from, _ := cite.ParseIdentity(r.From)
		to, _ := cite.ParseIdentity(r.To)
		if from != "" {
			out = append(out, from+" "+string(r.Kind)+" "+to)
		}
	}
	return strings.Join(out, ";")
}

var escaped = regexp.MustCompile(`\\u[0-9a-fA-F]{4}`)

// unescape writes the \uXXXX of a vector as the characters they are.
func unescape(s string) string {
	return escaped.ReplaceAllStringFunc(s, func(s string) string {
		r, _ := strconv.ParseUint(s[2:], 16, 32)
		return string(rune(r))
	})
}
