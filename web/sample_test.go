package web

import (
	"fmt"
	"math"
	"strings"

	"soi/index/schema"
)

// sampleDocuments are reports of our own writing for the fake.
func sampleDocuments() []schema.Document {
	all := []schema.Document{longReport()}
	for i, s := range []struct {
		slug, province, now, title, body, published string
		level                                       schema.Level
		directives                                  []string
	}{
		{"bac-giang", "Bắc Giang", "Bắc Ninh", "Bắc Giang: Một năm thực hiện Kết luận 21-KL/TW về xây dựng, chỉnh đốn Đảng", "Các chi bộ tự soi, tự sửa theo 27 biểu hiện, gắn với sinh hoạt chuyên đề hằng quý.", "2022-11-14", schema.LevelProvince, []string{"21-KL/TW@XIII", "37-QĐ/TW@XIII"}},
		{"quang-nam", "Quảng Nam", "Đà Nẵng", "Tự soi, tự sửa từ những việc nhỏ ở chi bộ thôn", "Mỗi đảng viên ghi một trang nhật ký tự soi, cuối tháng đọc trước chi bộ.", "2023-02-03", schema.LevelCommune, []string{"21-KL/TW@XIII"}},
		{"nghe-an", "Nghệ An", "Nghệ An", "Nghệ An sơ kết hai năm thực hiện Chỉ thị 05-CT/TW ở các cơ quan cấp tỉnh", "Nội dung tự soi được đưa vào kiểm điểm cuối năm của tập thể và cá nhân.", "2023-07-21", schema.LevelProvince, []string{"05-CT/TW@XII", "21-KL/TW@XIII"}},
		{"lao-cai", "Lào Cai", "Lào Cai", "Huyện Bắc Hà kiểm tra việc nêu gương của cán bộ chủ chốt", "Đoàn kiểm tra yêu cầu từng đồng chí tự soi lại các cam kết đã ký đầu năm.", "2024-03-08", schema.LevelDistrict, []string{"08-QĐi/TW@XII"}},
		{"ha-tinh", "Hà Tĩnh", "Hà Tĩnh", "Kết quả đánh giá chất lượng tổ chức đảng năm 2023 theo Hướng dẫn 25-HD/BTCTW", "Việc tự soi, tự sửa được ghi vào biên bản và công khai ở chi bộ.", "2024-01-19", schema.LevelProvince, []string{"25-HD/BTCTW@XIII"}},
		{"can-tho", "Cần Thơ", "Cần Thơ", "Quận Ninh Kiều học tập và làm theo Bác bằng những phần việc cụ thể", "Ba mươi hai chi bộ đăng ký phần việc, có nơi mở sổ tự soi để dân góp ý.", "2022-05-19", schema.LevelDistrict, []string{"05-CT/TW@XII"}},
		{"lang-son", "Lạng Sơn", "Lạng Sơn", "Lạng Sơn cụ thể hóa Nghị quyết 04-NQ/TW bằng bộ tiêu chí bốn không", "Sau ba tháng tự soi, 214 cán bộ tự nhận khuyết điểm và nêu cách sửa.", "2021-12-06", schema.LevelProvince, []string{"04-NQ/TW@XII", "21-KL/TW@XIII"}},
		{"thai-nguyen", "Thái Nguyên", "Thái Nguyên", "Đảng ủy Đại học báo cáo việc thực hiện Kết luận 01-KL/TW", "Các khoa tổ chức tự soi theo chuyên đề, mỗi chuyên đề một buổi.", "2022-08-30", schema.LevelOther, []string{"01-KL/TW@XIII"}},
		{"dong-thap", "Đồng Tháp", "Đồng Tháp", "Xã Tân Hội mở hòm thư góp ý để cán bộ tự soi", "Dân góp 46 ý, chi ủy trả lời từng ý trong phiên họp gần nhất.", "2025-04-11", schema.LevelCommune, []string{"21-KL/TW@XIII"}},
		{"kon-tum", "Kon Tum", "Quảng Ngãi", "Kon Tum: tự soi, tự sửa gắn với quy định về những điều đảng viên không được làm", "Quy định 37-QĐ/TW được quán triệt đến từng chi bộ làng.", "2023-09-27", schema.LevelProvince, []string{"37-QĐ/TW@XIII", "21-KL/TW@XIII"}},
		{"ninh-binh", "Ninh Bình", "Ninh Bình", "Sau sáp nhập, Ninh Bình rà lại các kế hoạch thực hiện nghị quyết", "Ban Thường vụ yêu cầu mỗi đảng bộ xã tự soi kết quả của đảng bộ cũ trước khi đặt chỉ tiêu mới.", "2025-10-02", schema.LevelProvince, []string{"21-KL/TW@XIII", "05-CT/TW@XII"}},
		{"", "", "", "Hội nghị toàn quốc về công tác kiểm tra, giám sát", "Báo cáo chung nêu kết quả tự soi của các cấp ủy trong cả nước.", "2022-12-28", schema.LevelCentral, []string{"21-KL/TW@XIII", "22-QĐ/TW@XIII"}},
	} {
		slugs[s.slug], slugs[s.slug+"@"] = s.province, s.province
		all = append(all, report(i, s.province, s.now, s.title, s.body, s.published, s.level, s.directives))
	}
	all = append(all, hostileDocument())
	slugs["thua-thien-hue"] = "Thừa Thiên Huế"
	return all
}

func report(i int, province, now, title, body, published string, level schema.Level, directives []string) schema.Document {
	w := &writer{d: schema.Document{
		ID: fmt.Sprintf("sample-%02d", i), Path: fmt.Sprintf("/reports/%02d.txt", i),
		Published: published, Province: province, ProvinceNow: now, Level: level, Kind: schema.KindNews,
		URL: "https://bao.example.vn/bai-" + published, Site: "bao.example.vn",
	}}
	_, _ = fmt.Sscanf(published, "%d", &w.d.Year)
	w.d.Title = w.add(title)
	w.d.Body = append(w.d.Body, w.add(body))
	for _, identity := range directives {
		code, term, _ := strings.Cut(identity, "@")
		s := w.add("Căn cứ " + code)
		w.d.Body = append(w.d.Body, s)
		w.d.References = append(w.d.References, schema.Reference{
			Raw: code, Code: code, Key: code, Identity: identity, Term: term, Kind: schema.RefCode, Confidence: 0.9, Start: s.End - len(code), End: s.End,
		})
	}
	return w.d
}

// A writer puts a document's text together and notes what lies where.
type writer struct{ d schema.Document }

func (w *writer) add(s string) schema.Span {
	span := schema.Span{Start: len(w.d.Text), End: len(w.d.Text) + len(s)}
	w.d.Text += s + "\n"
	return span
}

func (w *writer) noise(lines ...string) {
	for _, l := range lines {
		w.add(l)
	}
}

// at is where s stands first from a byte offset on.
func (w *writer) at(s string, from int) schema.Span {
	i := from + strings.Index(w.d.Text[from:], s)
	return schema.Span{Start: i, End: i + len(s)}
}

// longReport has everything that a document's page can show.
func longReport() schema.Document {
	w := &writer{d: schema.Document{
		ID: "tien-phuong/bao cao?2022", Path: "/home/someone/reports/tien-phuong.html",
		URL: "https://huyenuy.example.vn/tin/tien-phuong-ket-luan-21", Site: "huyenuy.example.vn",
		Published: "2022-12-05", Year: 2022, Province: "Thừa Thiên Huế", ProvinceNow: "Huế", District: "Tiên Phương",
		Level: schema.LevelDistrict, Kind: schema.KindReport, Issuer: "Huyện ủy Tiên Phương",
	}}
	w.noise("Trang chủ", "Giới thiệu", "Tin tức", "Liên hệ", "Đăng nhập", "Thứ hai, 05/12/2022, 08:15 (GMT+7)")
	w.d.Title = w.add("Huyện ủy Tiên Phương: Kết quả bước đầu thực hiện Kết luận số 21-KL/TW ngày 25/10/2021")
	body := func(s string) { w.d.Body = append(w.d.Body, w.add(s)) }
	body("Thực hiện Kết luận số 21-KL/TW, ngày 25/10/2021 của Ban Chấp hành Trung ương về đẩy mạnh xây dựng, chỉnh đốn Đảng và hệ thống chính trị, Ban Thường vụ Huyện ủy Tiên Phương, tỉnh Thừa Thiên Huế đã ban hành Kế hoạch số 38-KH/HU, ngày 14/02/2022 và giao 29 tổ chức cơ sở đảng tự soi, tự sửa theo từng nội dung.")
	w.d.Captions = append(w.d.Captions, w.add("Các đồng chí trong Ban Thường vụ Huyện ủy dự sinh hoạt chi bộ thôn Hạ Lang. Ảnh: Văn phòng Huyện ủy"))
	body("Điểm mới trong năm là mỗi chi bộ chọn một việc để tự soi: nơi chọn giờ giấc hội họp, nơi chọn cách tiếp dân, nơi chọn chuyện ghi chép sổ sách. Việc đã chọn được viết lên bảng tin, ai cũng đọc được, cuối quý chi bộ đọc lại và tự sửa trước dân.")
	body("Qua một năm, 1.204 đảng viên đã tự soi bằng văn bản; 63 tập thể và 417 cá nhân nêu được việc cần sửa, trong đó 388 cá nhân đã sửa xong. Tinh thần tự soi, tự sửa theo Kết luận 21-KL/TW đi cùng những điều đảng viên không được làm tại Quy định số 37-QĐ/TW.")
	w.noise("Chia sẻ: Facebook Zalo Email In bài", "Bình luận (0)", "Gửi bình luận của bạn", "Tin liên quan", "Huyện ủy họp phiên thường kỳ tháng Mười một", "Ra quân làm sạch bờ biển", "Khai mạc hội thi bí thư chi bộ giỏi", "Lịch công tác tuần của Thường trực Huyện ủy", "Thư viện ảnh", "Lượt truy cập: 1.048.576")
	body("Bên cạnh đó vẫn còn nơi tự soi cho có, nói chung chung, ngại va chạm. Huyện ủy yêu cầu các chi bộ ấy làm lại trong quý một và gắn với học tập theo Chỉ thị 05-CT/TW.")
	body("Kết quả chung: 27/29 tổ chức cơ sở đảng làm đúng hạn, đạt 93,1%; 1.204/1.377 đảng viên, đạt 87,4%, đã viết bản cam kết; riêng khối trường học có 118/131 đảng viên ghi sổ theo dõi hằng tuần, đạt 96%, cao hơn cùng kỳ năm trước. Ban Thường vụ (BTV) giao Ban Tổ chức chủ trì, phối hợp với các cơ quan của Tổ chức Lương thực và Nông nghiệp (FAO) đang có dự án ở huyện; Tổ công tác số 3 (sau đây gọi tắt là Tổ 3) theo dõi.")
	w.noise("Bản quyền thuộc Huyện ủy Tiên Phương")
	describe(w)
	declare(w)
	return w.d
}

// describe gives the long report its references and evidence.
func describe(w *writer) {
	d := &w.d
	reference := func(raw string, from int, r schema.Reference) int {
		s := w.at(raw, from)
		r.Raw, r.Start, r.End = raw, s.Start, s.End
		d.References = append(d.References, r)
		return s.End
	}
	conclusion := schema.Reference{Code: "21-KL/TW", Key: "21-KL/TW", Identity: "21-KL/TW@XIII", Type: "Kết luận", Number: "21", Date: "2021-10-25", Issuer: "Ban Chấp hành Trung ương", Term: "XIII", Kind: schema.RefCode, Confidence: 0.98}
	at := reference("Kết luận số 21-KL/TW ngày 25/10/2021", 0, conclusion)
	at = reference("Kết luận số 21-KL/TW, ngày 25/10/2021 của Ban Chấp hành Trung ương", at, conclusion)
	at = reference("Kế hoạch số 38-KH/HU, ngày 14/02/2022", at, schema.Reference{Code: "38-KH/HU", Key: "38-KH/HU", Type: "Kế hoạch", Date: "2022-02-14", Issuer: "Ban Thường vụ Huyện ủy", Kind: schema.RefCode, Confidence: 0.9})
	at = reference("Kết luận 21-KL/TW", at, conclusion)
	at = reference("Quy định số 37-QĐ/TW", at, schema.Reference{Code: "37-QĐ/TW", Key: "37-QD/TW", Identity: "37-QĐ/TW@XIII", Type: "Quy định", Term: "XIII", Kind: schema.RefCode, Confidence: 0.95})
	reference("Chỉ thị 05-CT/TW", at, schema.Reference{Code: "05-CT/TW", Key: "5-CT/TW", Identity: "05-CT/TW@XII", Type: "Chỉ thị", Term: "XII", Kind: schema.RefNumber, Confidence: 0.81})
	evidence := func(f schema.Field, rule schema.Rule, quote string, confidence float64) {
		s := w.at(quote, 0)
		d.Evidence[f] = schema.Evidence{Rule: rule, Quote: quote, Span: &s, Confidence: confidence}
	}
	d.Evidence = map[schema.Field]schema.Evidence{
		schema.FieldProvinceNow: {Rule: schema.RuleMerger, Quote: "Thừa Thiên Huế", Confidence: 1},
	}
	evidence(schema.FieldPublished, schema.RuleLine, "05/12/2022, 08:15", 0.9)
	evidence(schema.FieldProvince, schema.RuleBody, "tỉnh Thừa Thiên Huế", 0.95)
	evidence(schema.FieldDistrict, schema.RuleTitle, "Huyện ủy Tiên Phương", 0.92)
	evidence(schema.FieldLevel, schema.RuleTitle, "Huyện ủy Tiên Phương", 0.92)
	evidence(schema.FieldIssuer, schema.RuleFrequency, "Ban Thường vụ Huyện ủy Tiên Phương", 0.8)
	d.Relations = []schema.Relation{{Kind: schema.Implements, To: "21-KL/TW@XIII", Evidence: w.at("Thực hiện Kết luận số 21-KL/TW", 0), Confidence: 0.9}}
}

// declare gives the long report its short forms and ratios.
func declare(w *writer) {
	d := &w.d
	d.Encoding = "tcvn3"
	last := d.Body[len(d.Body)-1]
	for _, a := range []schema.Acronym{
		{Short: "BTV", Long: "Ban Thường vụ", Kind: schema.AcronymInitials},
		{Short: "FAO", Long: "Tổ chức Lương thực và Nông nghiệp", Kind: schema.AcronymForeign},
		{Short: "Tổ 3", Long: "Tổ công tác số 3", Kind: schema.AcronymDeclared},
	} {
		a.ShortSpan, a.LongSpan = w.at(a.Short, last.Start), w.at(a.Long, last.Start)
		d.Acronyms = append(d.Acronyms, a)
	}
	sentence := schema.Span{Start: last.Start, End: w.at(" Ban Thường vụ (BTV)", last.Start).Start}
	for _, r := range []struct {
		quotient, stated string
		part, whole      float64
		percent          float64
		holds            bool
	}{{"27/29", "93,1%", 27, 29, 93.1, true}, {"1.204/1.377", "87,4%", 1204, 1377, 87.4, true}, {"118/131", "96%", 118, 131, 96, false}} {
		d.Ratios = append(d.Ratios, schema.Ratio{
			Part: r.part, Whole: r.whole, Percent: r.percent, Sum: 100 * r.part / r.whole, Holds: r.holds,
			Quotient: w.at(r.quotient, last.Start), Stated: w.at(r.stated, last.Start), Sentence: sentence,
		})
	}
}

// hostileDocument tries what a document can try.
func hostileDocument() schema.Document {
	w := &writer{d: schema.Document{
		ID: `"><script>alert(1)</script>`, Path: `/reports/<img src=x onerror=alert(1)>.txt`,
		URL: "javascript:alert(document.domain)", Site: `x"onmouseover="alert(1)`,
		Published: `2020"><b>`, Province: `<b>Tỉnh</b>`, Level: `<i>`, Issuer: `</dd><script>alert(1)</script>`,
	}}
	w.d.Title = w.add(`<script>alert("tự soi")</script> & {{.Query}} 'x' "y"`)
	w.d.Body = append(w.d.Body, w.add(`Tự soi <img src=x onerror="alert(1)"> </p></main><style>*{display:none}</style> <!-- `))
	w.d.References = []schema.Reference{{Raw: "<u>", Code: `1"><script>`, Identity: `1"><script>@<X>`, Kind: `<k>`, Start: 0, End: 8, Confidence: 7}, {Raw: "beyond", Code: "2-KL/TW", Identity: "2-KL/TW@X", Start: 5, End: 1 << 40}}
	span := schema.Span{Start: 3, End: len(w.d.Text) + 9}
	w.d.Acronyms = []schema.Acronym{
		{Short: `<s>`, Long: `</dl><script>`, Kind: `<k>`, ShortSpan: schema.Span{Start: 2, End: 4}, LongSpan: schema.Span{Start: 4, End: 9}},
		{Short: "X", Long: "beyond", ShortSpan: schema.Span{Start: -1, End: 1 << 40}},
	}
	w.d.Ratios = []schema.Ratio{
		{Sentence: w.d.Body[0], Quotient: schema.Span{Start: w.d.Body[0].Start, End: w.d.Body[0].Start + 4}, Stated: schema.Span{Start: w.d.Body[0].Start + 8, End: w.d.Body[0].End}, Sum: math.Inf(1)},
		{Sentence: schema.Span{Start: 0, End: 1 << 40}, Quotient: schema.Span{Start: 1, End: 2}, Stated: schema.Span{Start: 3, End: 2}, Sum: math.NaN()},
	}
	w.d.Evidence = map[schema.Field]schema.Evidence{schema.FieldProvince: {Rule: `<rule>`, Quote: `<quote>`, Span: &span, Confidence: -1}}
	return w.d
}
