package place

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"soi/analyzer/viet"
)

func TestFindProvince(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"Bắc Giang", "Bắc Giang"},
		{"bắc giang", "Bắc Giang"},
		{"BẮC GIANG", "Bắc Giang"},
		{"bac giang", "Bắc Giang"},
		{"Bac Giang", "Bắc Giang"},
		{"Bắc Giang", "Bắc Giang"}, // some marks left away
		{"bac-giang", "Bắc Giang"}, // slug
		{"bacgiang", "Bắc Giang"},  // as in a host
		{"  tỉnh Bắc Giang ", "Bắc Giang"},
		{"tinh bac giang", "Bắc Giang"},
		{norm.NFD.String("Bắc Giang"), "Bắc Giang"},
		{"Bặc Giang", ""}, // other marks are another word
		{"Hoà Bình", "Hòa Bình"},
		{"Khánh Hoà", "Khánh Hòa"},
		{"thanh-hoa", "Thanh Hóa"},
		{"Thạnh Hóa", ""}, // a district
		{"Đắc Lắc", "Đắk Lắk"},
		{"Đăk Lăk", "Đắk Lắk"},
		{"daklak", "Đắk Lắk"},
		{"Ðắk Nông", "Đắk Nông"}, // Eth for Đ
		{"TP Hà Nội", "Hà Nội"},
		{"TP. Hà Nội", "Hà Nội"},
		{"Thành phố Đà Nẵng", "Đà Nẵng"},
		{"Thủ đô Hà Nội", "Hà Nội"},
		{"Hồ Chí Minh", "Hồ Chí Minh"},
		{"TP.HCM", "Hồ Chí Minh"},
		{"tphcm", "Hồ Chí Minh"},
		{"TP HCM", "Hồ Chí Minh"},
		{"Tp. Hồ Chí Minh", "Hồ Chí Minh"},
		{"thanh-pho-ho-chi-minh", "Hồ Chí Minh"},
		{"Sài Gòn", "Hồ Chí Minh"},
		{"BRVT", "Bà Rịa - Vũng Tàu"},
		{"Bà Rịa-Vũng Tàu", "Bà Rịa - Vũng Tàu"},
		{"Bà Rịa – Vũng Tàu", "Bà Rịa - Vũng Tàu"},
		{"ba-ria-vung-tau", "Bà Rịa - Vũng Tàu"},
		{"Thừa Thiên Huế", "Huế"},
		{"Thừa Thiên - Huế", "Huế"},
		{"hue", "Huế"},
		{"Quảng Nam (cũ)", "Quảng Nam"},
		{"01", "Hà Nội"},
		{"1", "Hà Nội"},
		{"24", "Bắc Ninh"},  // since 1 July 2025
		{"27", "Bắc Ninh"},  // until then; nobody bears it now
		{"17", "Hòa Bình"},  // ended
		{"82", "Đồng Tháp"}, // Tiền Giang's until then
		{"99", ""},
		{"", ""},
		{"tỉnh", ""},
		{"-", ""},
		{"0", ""},
		{"\xff\xfe", ""},
		{strings.Repeat("a", 1<<20), ""},
	} {
		p, ok := FindProvince(tt.in)
		if p.Name != tt.want || ok != (tt.want != "") {
			t.Errorf("FindProvince(%.40q) = %q, %t, want %q", tt.in, p.Name, ok, tt.want)
		}
	}
}

func TestProvinces(t *testing.T) {
	all := Provinces()
	if len(all) != 63 {
		t.Errorf("%d provinces, want 63", len(all))
	}
	present, cities, former := 0, 0, 0
	for i, p := range all {
		if i > 0 && CompareNames(all[i-1].Name, p.Name) >= 0 {
			t.Errorf("%s stands before %s", all[i-1].Name, p.Name)
		}
		checkName(t, p.Name)
		for _, s := range []string{p.Name, p.Slug, p.Type + " " + p.Name, viet.Fold(p.Name, viet.ASCII)} {
			if q, ok := FindProvince(s); !ok || q.Name != p.Name {
				t.Errorf("FindProvince(%q) = %q, want %q", s, q.Name, p.Name)
			}
		}
		now, ok := FindProvince(p.Now)
		if !ok || now.Until != "" || now.Now != now.Name {
			t.Errorf("%s belongs to %s, which is no present province", p.Name, p.Now)
		}
		former += len(p.Former())
		if p.Until == "" {
			present++
			if p.Type == "thành phố" {
				cities++
			}
			if !slices.ContainsFunc(p.Former(), func(q Province) bool { return q.Name == p.Name }) {
				t.Errorf("%s is not among its own former provinces", p.Name)
			}
		} else if p.Until != "2025-06-30" || p.CodeNow != "" || p.Former() != nil {
			t.Errorf("%s ended on %q with present code %q and former provinces %v", p.Name, p.Until, p.CodeNow, p.Former())
		}
	}
	if present != 34 || cities != 7 || former != 64 {
		t.Errorf("%d present provinces, %d of them cities, made of %d; want 34, 7, and 63 with Hà Tây", present, cities, former)
	}
}

// checkName demands NFC and old-style tone marks.
func checkName(t *testing.T, name string) {
	t.Helper()
	for word := range strings.FieldsSeq(name) {
		lower := strings.ToLower(word)
		if !norm.NFC.IsNormalString(word) || viet.CanonTone(lower) != lower {
			t.Errorf("the name %q is not in its canonical form", name)
		}
	}
}

func TestOn(t *testing.T) {
	for _, tt := range []struct{ name, date, want string }{
		{"Hà Tây", "2008-07-31", "Hà Tây"},
		{"Hà Tây", "2008-08-01", "Hà Nội"},
		{"Hà Tây", "2025-07-01", "Hà Nội"},
		{"Hà Tây", "", "Hà Nội"},
		{"Quảng Nam", "2025-06-30", "Quảng Nam"},
		{"Quảng Nam", "2025-07-01", "Đà Nẵng"},
		{"Quảng Nam", "", "Quảng Nam"},
		{"Hà Nội", "2000-01-01", "Hà Nội"},
	} {
		p, _ := FindProvince(tt.name)
		if got := p.On(tt.date); got != tt.want {
			t.Errorf("%s on %q is %q, want %q", tt.name, tt.date, got, tt.want)
		}
	}
}

// What the table says of moved districts, and what it does not say of others.
func TestProvinceOn(t *testing.T) {
	for _, tt := range []struct{ district, province, date, want string }{
		{"Ba Vì", "Hà Nội", "2008-07-31", "Hà Tây"},
		{"Ba Vì", "Hà Nội", "2008-08-01", "Hà Nội"},
		{"Ba Vì", "Hà Nội", "", "Hà Nội"},
		{"Gia Lâm", "Hà Nội", "2008-07-31", "Hà Nội"},
		{"Mê Linh", "Hà Nội", "2008-07-31", "Vĩnh Phúc"},
		{"Sơn Tây", "Hà Nội", "2007-01-01", "Hà Tây"},
		{"Sơn Tây", "Quảng Ngãi", "2007-01-01", "Quảng Ngãi"},
		{"Tuần Giáo", "Điện Biên", "2003-12-31", "Lai Châu"},
		{"Tuần Giáo", "Điện Biên", "2004-01-01", "Điện Biên"},
		{"Than Uyên", "Lai Châu", "2003-12-31", "Lào Cai"},
		{"Phong Thổ", "Lai Châu", "2003-12-31", "Lai Châu"},
		{"Cư Jút", "Đắk Nông", "2003-12-31", "Đắk Lắk"},
		{"Phụng Hiệp", "Hậu Giang", "2003-12-31", "Cần Thơ"},
	} {
		found := false
		for _, d := range Districts(tt.district) {
			if d.Province != tt.province || d.Code == "" {
				continue
			}
			found = true
			if got := d.ProvinceOn(tt.date); got != tt.want {
				t.Errorf("%s on %q was in %q, want %q", tt.district, tt.date, got, tt.want)
			}
		}
		if !found {
			t.Errorf("no district %s in %s", tt.district, tt.province)
		}
	}
	moved := 0
	for _, m := range gazetteer().moved {
		moved += len(m)
	}
	if moved < 14+1+1+10+8+7 { // Hà Tây's, Mê Linh, Than Uyên, and those of three provinces
		t.Errorf("%d districts moved", moved)
	}
}

func TestTypeOn(t *testing.T) {
	for _, tt := range []struct{ name, date, want string }{
		{"Đồng Nai", "2026-04-29", "tỉnh"},
		{"Đồng Nai", "2026-04-30", "thành phố"},
		{"Đồng Nai", "", "thành phố"},
		{"Huế", "2024-12-31", "tỉnh"},
		{"Huế", "2025-01-01", "thành phố"},
		{"Hà Nội", "2010-01-01", "thành phố"},
		{"Cần Thơ", "2003-12-31", "tỉnh"},
		{"Đà Nẵng", "1997-01-01", "thành phố"},
		{"Bắc Ninh", "", "tỉnh"},
	} {
		p, _ := FindProvince(tt.name)
		if got := p.TypeOn(tt.date); got != tt.want {
			t.Errorf("%s on %q is a %q, want %q", tt.name, tt.date, got, tt.want)
		}
	}
}

func TestFormer(t *testing.T) {
	for _, tt := range []struct{ name, want string }{
		{"Phú Thọ", "Hòa Bình, Phú Thọ, Vĩnh Phúc"},
		{"Hồ Chí Minh", "Bà Rịa - Vũng Tàu, Bình Dương, Hồ Chí Minh"},
		{"Hà Nội", "Hà Nội, Hà Tây"},
		{"Bắc Giang", ""},
		{"Hà Tây", ""},
	} {
		p, _ := FindProvince(tt.name)
		var names []string
		for _, q := range p.Former() {
			names = append(names, q.Name)
		}
		if got := strings.Join(names, ", "); got != tt.want {
			t.Errorf("%s is made of %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestDistricts(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"Tiên Phước", "huyện Tiên Phước, Quảng Nam"},
		{"tien phuoc", "huyện Tiên Phước, Quảng Nam"},
		{"Tam Nông", "huyện Tam Nông, Phú Thọ; huyện Tam Nông, Đồng Tháp"},
		{"Thanh Hóa", "thành phố Thanh Hóa, Thanh Hóa"}, // not Thạnh Hóa
		{"Thạnh Hóa", "huyện Thạnh Hóa, Long An"},
		{"thanh hoa", "huyện Thạnh Hóa, Long An; thành phố Thanh Hóa, Thanh Hóa"},
		{"Thuỷ Nguyên", "thành phố Thủy Nguyên, Hải Phòng"},
		{"Qui Nhơn", "thành phố Quy Nhơn, Bình Định"},
		{"Cư M’gar", "huyện Cư M'gar, Đắk Lắk"},
		{"1", "quận 1, Hồ Chí Minh"},
		{"Từ Liêm", "huyện Từ Liêm, Hà Nội"}, // until 2014
		{"Không Có", ""},
		{"", ""},
	} {
		var got []string
		for _, d := range Districts(tt.in) {
			got = append(got, d.Type+" "+d.Name+", "+d.Province)
		}
		slices.Sort(got)
		if s := strings.Join(got, "; "); s != tt.want {
			t.Errorf("Districts(%q) = %q, want %q", tt.in, s, tt.want)
		}
	}
}

func TestCommunes(t *testing.T) {
	provinces := map[string]bool{}
	for _, c := range Communes("Long Bình") {
		checkName(t, c.Name)
		if c.District != "" && c.Type != "thị trấn" {
			provinces[c.Province] = true
		}
	}
	if len(provinces) != 6 {
		t.Errorf("Long Bình was a xã or phường in %v, want 6 provinces", provinces)
	}
	want := Commune{Name: "Long Bình", Type: "xã", District: "Gò Công Tây", Province: "Tiền Giang"}
	if !slices.Contains(Communes("long binh"), want) {
		t.Errorf("Communes has no %+v", want)
	}
	if want := (Commune{Name: "Phú Quốc", Type: "đặc khu", Province: "An Giang"}); !slices.Contains(Communes("Phú Quốc"), want) {
		t.Errorf("Communes has no %+v", want)
	}
}

func TestNameInText(t *testing.T) {
	for _, tt := range []struct{ text, province, district string }{
		{"Bà Rịa - Vũng Tàu và", "Bà Rịa - Vũng Tàu", "Bà Rịa"},
		{"Bà Rịa, Vũng Tàu", "", "Bà Rịa"}, // a comma parts names
		{"Hà Nội Mới", "Hà Nội", ""},
		{"HÀ NỘI", "Hà Nội", ""},
		{"hà nội", "", ""},
		{"Quảng nam", "", ""},
		{"Phan Rang-Tháp Chàm", "", "Phan Rang-Tháp Chàm"},
		{"Gò Công Tây", "", "Gò Công Tây"}, // not Gò Công
		{"7 và", "", "7"},
		{"Bắc\nGiang", "", ""},
		{"", "", ""},
	} {
		p, end, ok := ProvinceAt(tt.text, 0)
		if p.Name != tt.province || ok != (tt.province != "") {
			t.Errorf("ProvinceAt(%q) = %q to byte %d", tt.text, p.Name, end)
		}
		districts, end := DistrictsAt(tt.text, 0)
		name := ""
		if len(districts) > 0 {
			name = districts[0].Name
		}
		if name != tt.district || (end == 0) != (name == "") {
			t.Errorf("DistrictsAt(%q) = %q to byte %d, want %q", tt.text, name, end, tt.district)
		}
	}
}
