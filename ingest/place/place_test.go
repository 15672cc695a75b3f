package place

import (
	"maps"
	"math"
	"strings"
	"testing"

	"soi/index/schema"
)

// report is a document whose first line is its title.
func report(text string) *schema.Document {
	title, _, _ := strings.Cut(text, "\n")
	d := &schema.Document{Text: text, Title: schema.Span{Start: 0, End: len(title)}}
	if len(text) > len(title) {
		d.Body = []schema.Span{{Start: len(title) + 1, End: len(text)}}
	}
	return d
}

// checkEvidence demands that every quote is what its span says and that
// confidences lie between 0 and 1.
func checkEvidence(t *testing.T, d *schema.Document) {
	t.Helper()
	for field, e := range d.Evidence {
		if e.Span != nil && e.Span.Of(d.Text) != e.Quote || e.Quote == "" || e.Rule == "" {
			t.Errorf("%.40q: %s has evidence %+v", d.Text, field, e)
		}
		if e.Confidence <= 0 || e.Confidence > 1 {
			t.Errorf("%.40q: %s has confidence %v", d.Text, field, e.Confidence)
		}
	}
}

func TestProvince(t *testing.T) {
	for _, tt := range []struct {
		in, published, want, now string
		rule                     schema.Rule
		why                      string
	}{
		{"Hội nghị tổng kết\nTỉnh ủy Quảng Nam họp.", "", "Quảng Nam", "Đà Nẵng", schema.RuleBody, "a marker and a name"},
		{"Hội nghị tổng kết\nTỉnh uỷ Hoà Bình họp.", "", "Hòa Bình", "Phú Thọ", schema.RuleBody, "new-style tone marks"},
		{"Hội nghị tổng kết\nỞ Quảng Nam, mọi việc đều tốt.", "", "", "", "", "a bare name"},
		{"Hội nghị tổng kết\ntỉnh quảng nam", "", "", "", "", "no capitals"},
		{"Hội nghị tổng kết\ncác tỉnh Bắc Giang, Lạng Sơn", "", "", "", "", "one of several"},
		{"Bắc Giang: Hội nghị tổng kết", "", "Bắc Giang", "Bắc Ninh", schema.RuleTitle, "prefix of the title"},
		{"Lục Ngạn (Bắc Giang): Hội nghị tổng kết", "", "Bắc Giang", "Bắc Ninh", schema.RuleTitle, "prefix with its district"},
		{"Lục Ngạn: Hội nghị tổng kết", "", "Bắc Giang", "Bắc Ninh", schema.RuleDistrict, "prefix of a district"},
		{"Kết quả: Hội nghị tổng kết", "", "", "", "", "a prefix that is no place"},
		{"Hội nghị\nHuyện ủy Tam Nông họp.", "", "", "", "", "a district of two provinces"},
		{"Hội nghị\nHuyện ủy Tam Nông, Đồng Tháp họp.", "", "Đồng Tháp", "Đồng Tháp", schema.RuleDistrict, "and its province by name"},
		{"Hội nghị\nĐảng ủy xã Giục Tượng, huyện Châu Thành họp về cây xanh, đường làng và nước sạch trong năm tới.", "", "Kiên Giang", "An Giang", schema.RuleDistrict, "a commune of one of the many Châu Thành"},
		{"Hội nghị\nĐảng ủy xã Mong Thọ A họp với huyện Châu Thành về cây xanh, đường làng và nước sạch.", "", "", "", "", "a commune that does not stand beside it"},
		{"Đảng ủy xã Mong Thọ A, huyện Châu Thành họp", "", "Kiên Giang", "An Giang", schema.RuleDistrict, "in the title"},
		{"Hội nghị\nĐảng ủy xã Giục Tượng, huyện Tam Nông họp về cây xanh, đường làng và nước sạch trong năm tới.", "", "", "", "", "a commune that no district of the name has"},
		{"Hội nghị\nThị xã Hoàng Mai họp.", "", "Nghệ An", "Nghệ An", schema.RuleDistrict, "the type tells Nghệ An's from Hà Nội's"},
		{"Hội nghị\nHuyện ủy Phong Điền họp.", "", "", "", "", "Huế's was of this type too until 2024"},
		{"Hội nghị\nHuyện ủy Thạnh Hóa họp.", "", "Long An", "Tây Ninh", schema.RuleDistrict, "not the province Thanh Hóa"},
		{"Hội nghị\nHuyện ủy Việt Yên họp.", "", "Bắc Giang", "Bắc Ninh", schema.RuleDistrict, "a town that was a rural district before"},
		{"Hội nghị\nQuận 7 và quận Thủ Đức họp.", "", "Hồ Chí Minh", "Hồ Chí Minh", schema.RuleDistrict, "numbered and former districts"},
		{"Hội nghị\nThành ủy Trùng Khánh họp.", "", "", "", "", "China's city, not the rural district in Cao Bằng"},
		{"Hội nghị\nHuyện ủy Trùng Khánh họp.", "", "Cao Bằng", "Cao Bằng", schema.RuleDistrict, "and the district"},
		{"Hội nghị\nThành ủy Hà Đông họp.", "", "Hà Nội", "Hà Nội", schema.RuleDistrict, "a quarter that was a city before"},
		{"Hội nghị\nThành phố Đà Lạt họp.", "", "Lâm Đồng", "Lâm Đồng", schema.RuleDistrict, "a city under a province"},
		{"Hội nghị\nHọc tập phong cách Hồ Chí Minh.", "", "", "", "", "a person"},
		{"Hồ Chí Minh: Một con người", "", "", "", "", "a person in a prefix"},
		{"TP.HCM: Hội nghị tổng kết", "", "Hồ Chí Minh", "Hồ Chí Minh", schema.RuleTitle, "a short name"},
		{"Hội nghị\nThành ủy TPHCM họp.", "", "Hồ Chí Minh", "Hồ Chí Minh", schema.RuleBody, "in one word"},
		{"Hội nghị\nTỉnh ủy Thừa Thiên Huế họp.", "2022-05-06", "Huế", "Huế", schema.RuleBody, "a former name"},
		{"Hội nghị\nĐảng ủy xã Long Bình họp.", "", "", "", "", "a commune alone"},
		{"Hội nghị\nĐảng bộ tỉnh Bắc Giang và Đảng bộ tỉnh Lạng Sơn họp.", "", "", "", "", "a draw"},
		{"Hội nghị\nTỉnh ủy Quảng Nam (cũ) họp.", "2025-08-01", "Đà Nẵng", "Đà Nẵng", schema.RuleMerger, "a former name after the merger"},
		{"Hội nghị\nTỉnh ủy Quảng Nam họp.", "2025-06-30", "Quảng Nam", "Đà Nẵng", schema.RuleBody, "the day before the merger"},
		{"Hội nghị\nHuyện ủy Tiên Phước (cũ) họp.", "2025-08-01", "Đà Nẵng", "Đà Nẵng", schema.RuleMerger, "a former district after the merger"},
		// The provinces of the time before 2008.
		{"Hội nghị\nTỉnh ủy Hà Tây họp.", "2007-05-06", "Hà Tây", "Hà Nội", schema.RuleBody, "a province that ended in 2008"},
		{"Hội nghị\nTỉnh ủy Hà Tây (cũ) họp.", "2010-05-06", "Hà Nội", "Hà Nội", schema.RuleBody, "and since"},
		{"Hội nghị\nTỉnh ủy Hà Tây họp.", "", "Hà Nội", "Hà Nội", schema.RuleBody, "or at a time that is not told"},
		{"Hội nghị\nHuyện ủy Ba Vì họp.", "2008-07-31", "Hà Tây", "Hà Nội", schema.RuleDistrict, "a district of it"},
		{"Hội nghị\nHuyện ủy Ba Vì họp.", "2008-08-01", "Hà Nội", "Hà Nội", schema.RuleDistrict, "and since"},
		{"Hà Tây: Hội nghị\nHuyện ủy Ba Vì họp.", "2007-05-06", "Hà Tây", "Hà Nội", schema.RuleTitle, "both"},
		{"Hội nghị\nThị ủy Sơn Tây, Hà Tây họp.", "", "Hà Nội", "Hà Nội", schema.RuleDistrict, "Quảng Ngãi has a Sơn Tây too"},
		{"Huyện ủy Mê Linh họp", "2007-05-06", "Vĩnh Phúc", "Hà Nội", schema.RuleDistrict, "a district that came to another province"},
		{"Hội nghị\nHuyện ủy Mê Linh, Vĩnh Phúc họp.", "", "Vĩnh Phúc", "Phú Thọ", schema.RuleDistrict, "as the text says"},
		{"Huyện ủy Tuần Giáo họp", "2003-05-06", "Lai Châu", "Điện Biên", schema.RuleDistrict, "a province parted in 2004"},
		{"Huyện ủy Cư Jút họp", "2003-05-06", "Đắk Lắk", "Lâm Đồng", schema.RuleDistrict, "one whose part was merged since"},
		{"Huyện ủy Cư Jút họp", "2004-05-06", "Đắk Nông", "Lâm Đồng", schema.RuleDistrict, "and the part"},
		{"Báo cáo thực hiện Kết luận số 31-KL/TW của Ban Chấp hành Trung ương\nTỉnh ủy Quảng Nam họp. Tỉnh ủy Quảng Nam chỉ đạo.", "",
			"Quảng Nam", "Đà Nẵng", schema.RuleBody, "the title's central body issued what it cites"},
		{"Hoi nghi tong ket\nTinh uy Quang Nam hop.", "", "Quảng Nam", "Đà Nẵng", schema.RuleBody, "a text without marks"},
	} {
		d := report(tt.in)
		d.Published = tt.published
		Locate(d)
		if e := d.Evidence[schema.FieldProvince]; d.Province != tt.want || d.ProvinceNow != tt.now || e.Rule != tt.rule {
			t.Errorf("%s: %q: province %q, now %q, rule %q; want %q, %q, %q", tt.why, tt.in, d.Province, d.ProvinceNow, e.Rule, tt.want, tt.now, tt.rule)
		}
		if d.ProvinceNow != "" && d.Evidence[schema.FieldProvinceNow].Rule != schema.RuleMerger {
			t.Errorf("%s: present province by rule %q", tt.why, d.Evidence[schema.FieldProvinceNow].Rule)
		}
		checkEvidence(t, d)
	}
}

// A day that the text tells of is not the day of the report.
func TestNotBefore(t *testing.T) {
	for _, tt := range []struct{ notBefore, want string }{
		{"", "Hà Nội"},
		{"2003-12-31", "Hà Nội"},
		{"2010-05-06", "Hà Nội"},
	} {
		d := report("Hội nghị\nHuyện ủy Ba Vì họp.")
		d.NotBefore = tt.notBefore
		Locate(d)
		if d.Province != tt.want {
			t.Errorf("not before %q: province %q, want %q", tt.notBefore, d.Province, tt.want)
		}
	}
}

// A day after the merger that the text tells of is one to come where a district
// committee, which ended with it, still acts.
func TestNotBeforeTheMerger(t *testing.T) {
	told := map[schema.Field]schema.Evidence{"not_before": {Rule: schema.RuleBody, Quote: "1/10/2025", Confidence: 0.6}}
	stated := map[schema.Field]schema.Evidence{"not_before": {Rule: schema.RuleSidecar, Quote: "2025-10-01", Confidence: 1}}
	for _, tt := range []struct {
		in, notBefore            string
		evidence                 map[schema.Field]schema.Evidence
		want, now, district, why string
	}{
		{"Hội nghị\nHuyện ủy Tiên Phước họp, cầu sẽ xong ngày 1/10/2025.", "2025-10-01", told, "Quảng Nam", "Đà Nẵng", "Tiên Phước", "a district committee acts"},
		{"Hội nghị\nHuyện ủy Tiên Phước họp, cầu sẽ xong ngày 1/10/2025.", "2025-10-01", stated, "Đà Nẵng", "Đà Nẵng", "", "the day was stated"},
		{"Hội nghị\nHuyện ủy Tiên Phước (cũ) họp trước ngày 1/10/2025.", "2025-10-01", told, "Đà Nẵng", "Đà Nẵng", "", "a former committee"},
		{"Hội nghị\nxã ở huyện Tiên Phước họp ngày 1/10/2025.", "2025-10-01", told, "Đà Nẵng", "Đà Nẵng", "", "none that acts"},
	} {
		d := report(tt.in)
		d.NotBefore, d.Evidence = tt.notBefore, maps.Clone(tt.evidence)
		Locate(d)
		if d.Province != tt.want || d.ProvinceNow != tt.now || d.District != tt.district {
			t.Errorf("%s: %q, now %q, district %q; want %q, %q, %q", tt.why, d.Province, d.ProvinceNow, d.District, tt.want, tt.now, tt.district)
		}
	}
}

func TestConfidence(t *testing.T) {
	for _, tt := range []struct {
		in   string
		want float64
	}{
		{"Hội nghị\nTỉnh ủy Quảng Nam", 0.75},                                      // 1/1 × (0.5 + 1/4)
		{"Hội nghị\nTỉnh ủy Quảng Nam. Tỉnh ủy Quảng Nam. Tỉnh ủy Quảng Nam", 1},   // at most twice
		{"Hội nghị\nHuyện ủy Tiên Phước", 0.7},                                     // 0.8/0.8 × (0.5 + 0.8/4)
		{"Hội nghị\nTỉnh ủy Quảng Nam. Tỉnh ủy Quảng Nam. Tỉnh ủy Bắc Giang", 0.5}, // 1/2 × 1
		{"Hội nghị\nTỉnh ủy Quảng Nam. Huyện ủy Tam Nông", 0.6 * (0.5 + 0.25)},     // second 0.4
		{"Bắc Giang: Hội nghị\nHuyện ủy Lục Ngạn", 1},                              // 1.2 + 0.8
	} {
		d := report(tt.in)
		Locate(d)
		if got := d.Evidence[schema.FieldProvince].Confidence; math.Abs(got-tt.want) > 1e-9 {
			t.Errorf("%q: confidence %v, want %v", tt.in, got, tt.want)
		}
	}
}

func TestHeaderLine(t *testing.T) {
	const text = "Thứ Bảy, 22/6/2024\nVĩnh Phúc\n26\nHội nghị tổng kết năm"
	d := &schema.Document{Text: text, Title: schema.Span{Start: strings.Index(text, "Hội"), End: len(text)}}
	Locate(d)
	if e := d.Evidence[schema.FieldProvince]; d.Province != "Vĩnh Phúc" || e.Rule != schema.RuleLine || e.Quote != "Vĩnh Phúc" {
		t.Errorf("province %q by %+v, want the line above the title", d.Province, e)
	}
}

func TestSite(t *testing.T) {
	for _, tt := range []struct{ host, want string }{
		{"tienphuoc.quangnam.gov.vn", "Quảng Nam"},
		{"baobacgiang.com.vn", "Bắc Giang"},
		{"tinhuylangson.vn", "Lạng Sơn"},
		{"quangnamonline.vn", "Quảng Nam"},
		{"tinhdoan.daklak.gov.vn", "Đắk Lắk"},
		{"baria-vungtau.gov.vn", "Bà Rịa - Vũng Tàu"},
		{"thuathienhue.gov.vn", "Huế"},
		{"hcmcpv.org.vn", "Hồ Chí Minh"},
		{"tphcm.gov.vn", "Hồ Chí Minh"},
		{"hochiminh.vn", ""},    // a person
		{"tinhte.vn", ""},       // begins like a prefix
		{"nhandan.vn", ""},      // no province
		{"thuexe.vn", ""},       // has "hue" inside
		{"xn--gkan-loa.vn", ""}, // an encoded name
		{"", ""},
	} {
		p, _ := hostProvince(tt.host)
		if p.Name != tt.want {
			t.Errorf("hostProvince(%q) = %q, want %q", tt.host, p.Name, tt.want)
		}
	}
	d := report("Huyện ủy tổng kết năm")
	d.URL = "https://tienphuoc.quangnam.gov.vn/tin?id=1"
	Locate(d)
	if e := d.Evidence[schema.FieldProvince]; d.Province != "Quảng Nam" || e.Rule != schema.RuleSite || e.Span != nil {
		t.Errorf("province %q by %+v, want Quảng Nam by the site", d.Province, e)
	}
	if d.District != "Tiên Phước" || d.Evidence[schema.FieldDistrict].Rule != schema.RuleSite {
		t.Errorf("district %q by %+v, want Tiên Phước by the site", d.District, d.Evidence[schema.FieldDistrict])
	}
}

func TestLevelAndBody(t *testing.T) {
	for _, tt := range []struct {
		in, published             string
		level                     schema.Level
		district, commune, issuer string
		rule                      schema.Rule
	}{
		{"Tỉnh ủy Bắc Giang: Tổng kết năm", "", "tinh", "", "", "Tỉnh ủy Bắc Giang", schema.RuleTitle},
		{"Ban Thường vụ Tỉnh ủy Bắc Giang họp", "", "tinh", "", "", "Ban Thường vụ Tỉnh ủy Bắc Giang", schema.RuleTitle},
		{"Tỉnh ủy: Tổng kết năm\nĐảng bộ tỉnh Bắc Giang", "", "tinh", "", "", "Tỉnh ủy Bắc Giang", schema.RuleTitle},
		{"Bắc Giang: Tổng kết năm\nHuyện ủy Lục Ngạn và Huyện ủy Lạng Giang", "", "tinh", "", "", "", schema.RuleTitle},
		{"HUYỆN ỦY TIÊN PHƯỚC TỔNG KẾT NĂM", "", "huyen", "Tiên Phước", "", "Huyện ủy Tiên Phước", schema.RuleTitle},
		{"Lục Ngạn: Tổng kết năm", "", "huyen", "Lục Ngạn", "", "", schema.RuleTitle},
		{"Bắc Giang: Lục Ngạn tổng kết năm", "", "huyen", "Lục Ngạn", "", "", schema.RuleTitle},
		{"Bắc Giang: Thạch Hà tổng kết năm", "", "tinh", "", "", "", schema.RuleTitle}, // of another province
		{"Bắc Giang tổng kết năm\nĐảng bộ tỉnh Bắc Giang của Huyện ủy", "", "tinh", "", "", "", schema.RuleFrequency},
		{"Bắc Giang tổng kết năm\nỞ tỉnh Bắc Giang", "", "tinh", "", "", "", schema.RuleTitle},
		// The issuer of the directive that the title cites does not report.
		{"Báo cáo kết quả thực hiện Kết luận số 31-KL/TW của Ban Chấp hành Trung ương\nTỉnh ủy Bắc Giang họp. Tỉnh ủy Bắc Giang chỉ đạo.",
			"", "tinh", "", "", "", schema.RuleFrequency},
		{"Báo cáo thực hiện Chỉ thị số 31-CT/TW của Ban Bí thư\nHuyện ủy Lục Ngạn họp.", "", "huyen", "Lục Ngạn", "", "", schema.RuleFrequency},
		{"Báo cáo thực hiện Chỉ thị số 31-CT/TW của Ban Bí thư của Công ty Hạ Long\nMọi việc đều tốt.", "", "khac", "", "", "", schema.RuleTitle},
		{"Văn bản gọn hơn\nBộ Nội vụ vừa tổng hợp báo cáo.", "", "trung_uong", "", "", "", schema.RuleBody},
		{"Chi bộ Khoa Cấp cứu\nĐảng ủy Bệnh viện Trung Du họp.", "", "khac", "", "", "", schema.RuleBody},
		{"Thành ủy Bắc Giang họp", "", "huyen", "Bắc Giang", "", "Thành ủy Bắc Giang", schema.RuleTitle},
		{"Thành ủy Hà Nội họp", "", "tinh", "", "", "Thành ủy Hà Nội", schema.RuleTitle},
		{"Thành ủy Huế họp", "2024-05-01", "huyen", "Huế", "", "Thành ủy Huế", schema.RuleTitle},
		{"Thành ủy Huế họp", "2025-05-01", "tinh", "", "", "Thành ủy Huế", schema.RuleTitle},
		{"Xã Long Bình họp\nHuyện ủy Gò Công Tây", "", "xa", "Gò Công Tây", "Long Bình", "Xã Long Bình", schema.RuleTitle},
		{"Xã Long Bình họp\nHuyện ủy Tiên Phước", "", "xa", "Tiên Phước", "", "Xã Long Bình", schema.RuleTitle},
		{"Đảng ủy xã Trà Lĩnh họp\nTỉnh ủy Cao Bằng", "2025-12-01", "xa", "", "Trà Lĩnh", "Đảng ủy xã Trà Lĩnh", schema.RuleTitle},
		{"Bộ Chính trị ban hành kết luận mới", "", "trung_uong", "", "", "", schema.RuleTitle},
		{"Sở Nội vụ tổng kết năm", "", "tinh", "", "", "", schema.RuleTitle},
		{"Sơ kết một năm làm việc", "", "", "", "", "", ""},
		{"Trường Đại học Xây dựng tổng kết năm", "", "khac", "", "", "", schema.RuleTitle},
		{"Báo cáo của Đảng bộ Công ty Than", "", "khac", "", "", "", schema.RuleTitle},
		{"Chủ động trong công tác dân vận\nTỉnh ủy chỉ đạo. Tỉnh ủy họp. Huyện ủy dự.", "", "tinh", "", "", "", schema.RuleFrequency},
		{"Chủ động trong công tác dân vận\nThực hiện kế hoạch của Ban Thường vụ Tỉnh ủy, Huyện ủy họp.", "", "huyen", "", "", "", schema.RuleFrequency},
		{"Chủ động trong công tác dân vận\nTỉnh ủy và Huyện ủy họp.", "", "", "", "", "", ""},
		{"Chủ động trong công tác dân vận", "", "", "", "", "", ""},
		// An office in a body counts half.
		{"Chuyện đường làng\nBí thư Huyện ủy và Chủ tịch UBND huyện dự. Tỉnh ủy họp, Tỉnh ủy kết luận.", "", "tinh", "", "", "", schema.RuleFrequency},
		// A central body that the title or the opening names before any place.
		{"Sáng nay, Thủ tướng họp về giá lúa\nTỉnh ủy Bắc Giang báo cáo.", "", "trung_uong", "", "", "", schema.RuleTitle},
		{"Khai mạc hội nghị toàn quốc\nSáng 3/10, Ban Bí thư Trung ương Đảng họp. Tỉnh ủy Bắc Giang dự.", "", "trung_uong", "", "", "", schema.RuleBody},
		{"Khai mạc hội nghị toàn quốc\nSáng 3/10, tại tỉnh Bắc Giang, Thủ tướng họp với Tỉnh ủy.", "", "trung_uong", "", "", "", schema.RuleBody},
		{"Khai mạc hội nghị toàn quốc\nSáng 3/10, Tỉnh ủy Bắc Giang họp. Ban Bí thư Trung ương Đảng dự.", "", "tinh", "", "", "", schema.RuleFrequency},
		{"Ở Bắc Giang, Thủ tướng nghe báo cáo\nTỉnh ủy Bắc Giang báo cáo.", "", "tinh", "", "", "", schema.RuleFrequency}, // of a place
		{"Một năm theo Kết luận 31-KL/TW\nBan Bí thư ban hành kết luận. Huyện ủy Lục Ngạn họp.", "", "huyen", "Lục Ngạn", "", "", schema.RuleFrequency},
		{"Một năm nhìn lại\nNgày 25/10/2021, Ban Bí thư đã ban hành Kết luận 31-KL/TW. Huyện ủy Lục Ngạn họp.", "", "huyen", "Lục Ngạn", "", "", schema.RuleFrequency},
		{"Một năm nhìn lại\nNgày 25/10/2021, Ban Bí thư đã ban hành Kết luận 31-KL/TW.", "", "trung_uong", "", "", "", schema.RuleBody},
		{"Hội nghị tổng kết\nThực hiện kết luận của Bộ Chính trị, Huyện ủy Lục Ngạn họp.", "", "huyen", "Lục Ngạn", "", "", schema.RuleFrequency},
		{"Hội nghị tổng kết\nNghị quyết Hội nghị lần thứ tư Ban Chấp hành Trung ương Đảng khóa XIII đã rõ. Huyện ủy Lục Ngạn họp.",
			"", "huyen", "Lục Ngạn", "", "", schema.RuleFrequency},
		// The commune that is named most often, and no other in its stead.
		{"Chuyện đường làng\nCạnh xã Vĩnh Hựu, huyện Gò Công Tây, Đảng ủy xã Long Bình họp. Đảng ủy xã Long Bình bàn.",
			"", "xa", "Gò Công Tây", "Long Bình", "", schema.RuleFrequency},
		{"Chuyện đường làng\nCạnh xã Vĩnh Hựu, huyện Gò Công Tây, Đảng ủy xã Mong Thọ A họp. Đảng ủy xã Mong Thọ A bàn.",
			"", "xa", "Gò Công Tây", "", "", schema.RuleFrequency},
		// Without marks it is the one of its names that lies in the district.
		{"Dang uy xa Dong Son: Hoi nghi kiem diem\nHuyen uy Yen The du.", "", "xa", "Yên Thế", "Đông Sơn", "Dang uy xa Dong Son", schema.RuleTitle},
	} {
		d := report(tt.in)
		d.Published = tt.published
		Locate(d)
		if d.Level != tt.level || d.District != tt.district || d.Commune != tt.commune || d.Issuer != tt.issuer {
			t.Errorf("%q: level %q, district %q, commune %q, issuer %q; want %q, %q, %q, %q", tt.in,
				d.Level, d.District, d.Commune, d.Issuer, tt.level, tt.district, tt.commune, tt.issuer)
		}
		if rule := d.Evidence[schema.FieldLevel].Rule; rule != tt.rule {
			t.Errorf("%q: level by rule %q, want %q", tt.in, rule, tt.rule)
		}
		checkEvidence(t, d)
	}
}

func TestOwnNumber(t *testing.T) {
	for _, tt := range []struct {
		header, title string
		level         schema.Level
		issuer        string
	}{
		{"TỈNH ỦY BẮC GIANG\nSố 12-KH/TU\n", "KẾ HOẠCH", "tinh", "Tỉnh ủy Bắc Giang"},
		{"HUYỆN ỦY TIÊN PHƯỚC\nSố: 64-KH/HU\n", "KẾ HOẠCH", "huyen", "Huyện ủy Tiên Phước"},
		{"HUYỆN ỦY TIÊN PHƯỚC\nSố:\u00a064\u00ad-KH/\u200bHU\n", "KẾ HOẠCH", "huyen", "Huyện ủy Tiên Phước"}, // letters that are not seen
		{"HUYỆN ỦY TIÊN PHƯỚC\nSố：６４－ＫＨ/ＨＵ\n", "KẾ HOẠCH", "huyen", "Huyện ủy Tiên Phước"},                   // wide ones
		{"BAN TỔ CHỨC\nSố 215-BC/BTCTW\n", "BÁO CÁO", "trung_uong", "Ban Tổ chức Trung ương"},
		{"BAN CHẤP HÀNH TRUNG ƯƠNG\nSố 21-KL/TW\n", "KẾT LUẬN", "trung_uong", ""},
		{"ỦY BAN NHÂN DÂN\nHUYỆN TIÊN PHƯỚC\nSố: 15/BC-UBND\n", "BÁO CÁO", "huyen", "UBND huyện Tiên Phước"},
		{"UBND XÃ LONG BÌNH\nSố: 15/BC-UBND\n", "BÁO CÁO", "xa", "UBND xã Long Bình"},
		// Two storeys: the lower one issues.
		{"ĐẢNG BỘ TỈNH QUẢNG NAM\nHUYỆN ỦY TIÊN PHƯỚC\n*\nSố 64-KH/HU\n", "KẾ HOẠCH", "huyen", "Huyện ủy Tiên Phước"},
		{"HUYỆN ỦY GÒ CÔNG TÂY\nĐẢNG ỦY XÃ LONG BÌNH\n*\nSố 12-KH/ĐU\n", "KẾ HOẠCH", "xa", "Đảng ủy xã Long Bình"},
		{"HỘI ĐỒNG NHÂN DÂN\nXÃ LONG BÌNH\nSố: 03/NQ-HĐND\n", "NGHỊ QUYẾT", "xa", "HĐND xã Long Bình"},
		{"TỈNH ỦY BẮC GIANG\nBAN TUYÊN GIÁO\n*\nSố 38-HD/BTGTU\n", "HƯỚNG DẪN", "tinh", "Ban Tuyên giáo Tỉnh ủy Bắc Giang"},
		{"HUYỆN ỦY TIÊN PHƯỚC\nVĂN PHÒNG\n*\nSố 05-TB/VPHU\n", "THÔNG BÁO", "huyen", "Văn phòng Huyện ủy Tiên Phước"},
		{"TỈNH ỦY BẮC GIANG\nỦY BAN KIỂM TRA\n*\nSố 24-BC/UBKTTU\n", "BÁO CÁO", "tinh", "Ủy ban Kiểm tra Tỉnh ủy Bắc Giang"},
		{"ỦY BAN NHÂN DÂN TỈNH BẮC GIANG\nSỞ NỘI VỤ\n\nSố: 15/BC-SNV\n", "BÁO CÁO", "tinh", "Sở Nội vụ tỉnh Bắc Giang"},
		{"UBND HUYỆN TIÊN PHƯỚC\nPHÒNG GIÁO DỤC VÀ ĐÀO TẠO\nSố: 120/BC-PGDĐT\n", "BÁO CÁO", "huyen", "Phòng Giáo dục và Đào tạo huyện Tiên Phước"},
		{"UBND TỈNH BẮC GIANG\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSỞ NỘI VỤ\tĐộc lập - Tự do - Hạnh phúc\nSố: 15/BC-SNV\n", "BÁO CÁO", "tinh", "Sở Nội vụ tỉnh Bắc Giang"},
		// Two columns in which the name of the left one goes on in its next line.
		{"ỦY BAN NHÂN DÂN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH BẮC GIANG           Độc lập - Tự do - Hạnh phúc\n" +
			"Số: 45/KH-UBND           Bắc Giang, ngày 5 tháng 4 năm 2023\n", "KẾ HOẠCH", "tinh", "UBND tỉnh Bắc Giang"},
		{"  HỘI ĐỒNG NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\r\n  HUYỆN LỤC NGẠN\tĐộc lập - Tự do - Hạnh phúc\r\n  Số: 45/NQ-HĐND\r\n",
			"NGHỊ QUYẾT", "huyen", "HĐND huyện Lục Ngạn"},
		{"ĐẢNG BỘ TỈNH BẮC GIANG      ĐẢNG CỘNG SẢN VIỆT NAM\nHUYỆN ỦY LỤC NGẠN         Tỉnh ủy Lạng Sơn gửi\nSố 12-KH/HU\n",
			"KẾ HOẠCH", "huyen", "Huyện ủy Lục Ngạn"},
		// Columns with two blanks between, which are nothing within a name.
		{"ỦY BAN NHÂN DÂN  CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH BẮC GIANG  Độc lập - Tự do - Hạnh phúc\n" +
			"Số: 45/KH-UBND  Bắc Giang, ngày 5 tháng 4 năm 2023\n", "KẾ HOẠCH", "tinh", "UBND tỉnh Bắc Giang"},
		{"ỦY BAN NHÂN DÂN  CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\nHUYỆN  LỤC NGẠN  Độc lập – Tự do – Hạnh phúc\nSố: 45/KH-UBND\n",
			"KẾ HOẠCH", "huyen", "UBND huyện Lục Ngạn"},
		{"ĐẢNG BỘ TỈNH BẮC GIANG  ĐẢNG CỘNG SẢN VIỆT NAM\nHUYỆN ỦY LỤC NGẠN  Lạng Sơn, ngày 5 tháng 4 năm 2023\nSố 12-KH/HU\n",
			"KẾ HOẠCH", "huyen", "Huyện ủy Lục Ngạn"},
		{"UBND TỈNH BẮC GIANG  CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSỞ  NỘI VỤ  Độc lập - Tự do - Hạnh phúc\nSố: 15/BC-SNV\n", "BÁO CÁO", "tinh", "Sở Nội vụ tỉnh Bắc Giang"},
		{"TỈNH ỦY BẮC GIANG\nĐẢNG CỘNG SẢN VIỆT NAM\nSố 12-KH/TU\n", "KẾ HOẠCH", "tinh", "Tỉnh ủy Bắc Giang"}, // the right column
		{"Chỉ thị 05-CT/TW\n", "Huyện ủy Tiên Phước họp", "huyen", "Huyện ủy Tiên Phước"},                     // a menu entry
	} {
		text := tt.header + tt.title + "\nThực hiện Kết luận số 21-KL/TW của Trung ương."
		d := &schema.Document{Text: text, Title: schema.Span{Start: len(tt.header), End: len(tt.header) + len(tt.title)}}
		d.Body = []schema.Span{{Start: 0, End: len(tt.header) - 1}, {Start: d.Title.End + 1, End: len(text)}}
		Locate(d)
		if d.Level != tt.level || d.Issuer != tt.issuer {
			t.Errorf("%q: level %q, issuer %q; want %q, %q", tt.header, d.Level, d.Issuer, tt.level, tt.issuer)
		}
		checkEvidence(t, d)
	}
}

func TestFirstColumns(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"TINH BAC GIANG  Doc lap - Tu do", "TINH BAC GIANG"},
		{"SỞ  NỘI VỤ  Độc lập - Tự do", "SỞ  NỘI VỤ"},
		{"Số: 12-KH/TU  Bắc Giang, ngày 5 tháng 4", "Số: 12-KH/TU"},
		{"  VĂN PHÒNG\tĐảng Cộng sản", "  VĂN PHÒNG"},
		{"UBND HUYỆN   ngày", "UBND HUYỆN"},
		{"ỦY BAN NHÂN DÂN  HUYỆN LỤC NGẠN", "ỦY BAN NHÂN DÂN  HUYỆN LỤC NGẠN"}, // a name with a slip
		{"ĐẢNG BỘ ĐẢNG CỘNG SẢN VIỆT NAM", "ĐẢNG BỘ ĐẢNG CỘNG SẢN VIỆT NAM"},
		{"  Độc lập", "  Độc lập"}, // alone in its line
	} {
		got := firstColumns(tt.in + "\r\n")
		if want := tt.want + strings.Repeat(" ", len(tt.in)-len(tt.want)) + "\r\n"; got != want {
			t.Errorf("firstColumns(%q) = %q, want %q", tt.in, got, want)
		}
	}
}

func TestGivenValuesStay(t *testing.T) {
	d := report("Tỉnh ủy Quảng Nam: Hội nghị\nHuyện ủy Tiên Phước")
	d.Province, d.Level, d.Issuer = "bac-giang", schema.LevelOther, "Ban Biên tập"
	d.Evidence = map[schema.Field]schema.Evidence{schema.FieldProvince: {Rule: schema.RuleField, Quote: "bac-giang", Confidence: 1}}
	Locate(d)
	if d.Province != "Bắc Giang" || d.ProvinceNow != "Bắc Ninh" || d.Level != schema.LevelOther || d.Issuer != "Ban Biên tập" {
		t.Errorf("province %q, now %q, level %q, issuer %q", d.Province, d.ProvinceNow, d.Level, d.Issuer)
	}
	if e := d.Evidence[schema.FieldProvince]; e.Rule != schema.RuleField || e.Quote != "bac-giang" {
		t.Errorf("evidence of the given province is %+v", e)
	}
	d = report("Hội nghị tổng kết")
	d.Province = "Xứ Đoài"
	Locate(d)
	if d.Province != "Xứ Đoài" || d.ProvinceNow != "" {
		t.Errorf("unknown given province became %q, now %q", d.Province, d.ProvinceNow)
	}
}

// Hostile documents come through; spans that lie outside of the text are no
// title and no body.
func TestLocateHostile(t *testing.T) {
	for _, text := range []string{
		"", "tỉnh", "tỉnh ", "Tỉnh ủy", "TP.", "tp", "thị", "huyện \xff\xfe", ":", "Số: ", "\nSố 1-KH/TU",
		strings.Repeat("tỉnh ", 20_000), strings.Repeat("Tỉnh ủy Quảng Nam, ", 5_000),
		strings.Repeat("A", 1<<20), "tỉnh " + strings.Repeat("A", 1<<20), strings.Repeat("ban ", 20_000) + "tỉnh",
		strings.Repeat("huyện Châu Thành ", 5_000), strings.Repeat("\u0301", 1<<16),
	} {
		for _, d := range []*schema.Document{
			report(text), {Text: text},
			{Text: text, Title: schema.Span{Start: 5, End: 1 << 30}, Body: []schema.Span{{Start: -1, End: 3}, {Start: 9, End: 2}}},
		} {
			Locate(d)
			checkEvidence(t, d)
		}
	}
}
