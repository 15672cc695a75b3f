package cite

import "testing"

// A number alone is a directive's where no counted noun can follow it.
func TestBareNumbers(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		// Types that are no verbs: anything but a measure may follow.
		{"theo chỉ thị 05, chi bộ đã họp", "|Chỉ thị||"},
		{"Nghị quyết 54 cơ cấu lại ngân sách", "|Nghị quyết||"},
		{"thông tư 36 có nhiều điểm mới", "|Thông tư||"},
		{"NQ 54 và CT 05", "|Nghị quyết||;|Chỉ thị||"},
		{"Nghị quyết 54 ngày càng rõ", "|Nghị quyết||"},
		{"Nghị định 46 ngày 26/5 của Chính phủ", "46/NĐ-CP|Nghị định||"},
		{"nghị quyết 10 điểm", ""},
		{"chỉ thị 12 năm trước", ""},
		{"nghi quyet 54 cua thanh pho", "|Nghị quyết||"},
		{"nghi quyet 10 nam", ""},
		{"nghị quyết 4 về", ""}, // one digit is too often a count
		// Types that are verbs too: only before what begins no noun.
		{"quy định 155 về việc", "|Quy định||"},
		{"thực hiện kết luận 48, tỉnh đã", "|Kết luận||"},
		{"như kết luận 48 chỉ rõ", "|Kết luận||"},
		{"Quyết định 6565 phê duyệt", "|Quyết định||"}, // a count would have a point: 6.565
		{"thông báo 1041 - kết luận", "|Thông báo||"},
		{"đã kết luận 73 tổ chức đảng", ""},
		{"cấp ủy đã kết luận 73, trong đó", ""}, // the verb
		{"quyết định 13 vấn đề", ""},
		{"Quy định 19 điều đảng viên không được làm", ""},
		{"quy định 15 triệu đồng", ""},
		{"thông báo 13 tháng trước", ""},
		{"kết luận 73 (5 cảnh cáo)", ""},
		{"kỷ luật 13, cảnh cáo 5", ""},
		// Plans and programmes are counts and names, unless somebody's.
		{"Kế hoạch 15 năm", ""},
		{"theo Kế hoạch 64 của Ban Chỉ đạo", "|Kế hoạch||"},
		{"Chương trình 135 về giảm nghèo", ""},
		// Years.
		{"Quyết định 2019 về", ""},
		{"Kế hoạch 10 năm 2011-2020", ""},
		{"Nghị định 44 năm 2014", "44/2014/NĐ-CP|Nghị định||"},
		{"nghị quyết 10 năm 2011-2020", ""},
	} {
		if got := line(Find(tt.in)); got != tt.want {
			t.Errorf("Find(%q)\n got %s\nwant %s", tt.in, got, tt.want)
		}
	}
}

// FindLoose keeps what may be a count, for the document to tell.
func TestFindLoose(t *testing.T) {
	for _, tt := range []struct {
		in   string
		bare bool
		n    int
	}{
		{"Kế hoạch 43, đã", true, 1},
		{"kết luận 73 tổ chức đảng", true, 1},
		{"Kế hoạch 5 năm", true, 0},
		{"Luật 3 điều", true, 0},
		{"Kế hoạch số 43", false, 1},
	} {
		refs := FindLoose(tt.in)
		if len(refs) != tt.n || tt.n == 1 && refs[0].Bare != tt.bare {
			t.Errorf("FindLoose(%q) = %+v, want %d, bare: %v", tt.in, refs, tt.n, tt.bare)
		}
		for _, r := range Find(tt.in) {
			if r.Bare {
				t.Errorf("Find(%q) has the bare %q", tt.in, r.Raw)
			}
		}
	}
}

// Codes of short forms are made only where type and issuer leave no choice.
func TestShortCodes(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"Quyết định số 20 của Thủ tướng", "|Quyết định||"}, // with or without a year in its code
		{"Quyết định số 1832 của Thủ tướng", "1832/QĐ-TTg|Quyết định||"},
		{"Quyết định số 1367 năm 1996 của Thủ tướng", "|Quyết định||"}, // or 1367/TTg
		{"Quyết định số 46 năm 2008 của UBND tỉnh", "|Quyết định||"},
		{"Quyết định số 236/2015 của Bộ Y tế", "|Quyết định||"},
		{"Quyết định số 236 ngày 21/12/2015 của Bộ Y tế", "236/QĐ-BYT|Quyết định|2015-12-21|"},
		{"Nghị quyết số 3 của HĐND tỉnh", "|Nghị quyết||"},
		{"Nghị quyết số 120 của Chính phủ", "120/NQ-CP|Nghị quyết||"},
		{"Chỉ thị số 16 của Thủ tướng", "16/CT-TTg|Chỉ thị||"},
		{"Chỉ thị số 16 của UBND tỉnh", "|Chỉ thị||"},
		{"Nghị quyết 54/2017 của Quốc hội", "54/2017/QH14|Nghị quyết||"},
		{"Nghị quyết 54/2016 của Quốc hội", "|Nghị quyết||"}, // a year of two Assemblies
		{"Luật số 31/2024", "31/2024/QH15|Luật||"},
		{"quy định 102/2017 của Bộ Chính trị", "102-QĐ/TW|Quy định||XII"},
		{"Nghị quyết 16 năm 2012 của Bộ Chính trị", "16-NQ/TW|Nghị quyết||XI"},
		{"Nghị quyết 16 năm 2016 của Bộ Chính trị", "16-NQ/TW|Nghị quyết||"}, // a year of two congresses
		{"Kết luận số 2852 (năm 2013) của Thanh tra Chính phủ", "2852/KL-TTCP|Kết luận||"},
		{"Thông báo kết luận số 50 của Ban Bí thư", "50-TB/TW|Thông báo||"},
		{"văn bản số 495 của Văn phòng Tỉnh ủy", "|Văn bản||"}, // of no type
		// An abbreviation of several types is the issuer's, or none where it has two.
		{"QĐ 38 của Bộ Chính trị", "38-QĐ/TW|||"},
		{"Quy định 38 của Bộ Chính trị", "38-QĐ/TW|Quy định||"},
		{"QĐ 38, 39 của Bộ Chính trị", "38-QĐ/TW|||;39-QĐ/TW|||"},
		{"QĐ 38 và KL 72 của Bộ Chính trị", "38-QĐ/TW|||;72-KL/TW|Kết luận||"},
		{"QĐ 1832 của Thủ tướng", "1832/QĐ-TTg|Quyết định||"},
		{"TT 15 của Ban Bí thư", "15-TT/TW|Thông tri||"},
		{"TT 15 ngày 5/3/2020 của Bộ Y tế", "15/2020/TT-BYT|Thông tư|2020-03-05|"},
		{"QĐ 38", "|Quyết định||"}, // whose is not told
	} {
		if got := line(Find(tt.in)); got != tt.want {
			t.Errorf("Find(%q)\n got %s\nwant %s", tt.in, got, tt.want)
		}
	}
}

// The body stands after a short form, before it, or in between.
func TestShortBodies(t *testing.T) {
	for _, tt := range []struct{ in, raw, issuer, date string }{
		{"Nghị quyết 120 Chính phủ về", "Nghị quyết 120 Chính phủ", "CP", ""},
		{"Nghị quyết 120 Chính phủ đã ban hành", "Nghị quyết 120", "", ""}, // the subject of what follows
		{"Quy định của Bộ Chính trị số 105 nêu", "Quy định của Bộ Chính trị số 105", "TW", ""},
		{"Thanh tra Chính phủ (TTCP) vừa có thông báo 1041", "thông báo 1041", "TTCP", ""},
		{"Thanh tra Chính phủ công bố thông báo 1041", "thông báo 1041", "TTCP", ""},
		{"Ban Tổ chức Trung ương công bố Quyết định số 41", "Quyết định số 41", "", ""}, // of somebody else
		{"Thủ tướng Phạm Văn Đồng ký Chỉ thị số 16", "Chỉ thị số 16", "TTg", ""},
		{"Quyết định 1058 do Thủ tướng ban hành", "Quyết định 1058 do Thủ tướng", "TTg", ""},
		{"Ngày 7/1/2022, Ban Thường vụ Tỉnh ủy đã ban hành Kế hoạch số 107", "Kế hoạch số 107", "TU", "2022-01-07"},
		{"ngày 25 tháng 10 năm 2021, Bộ Chính trị ra Kết luận số 21", "Kết luận số 21", "TW", "2021-10-25"},
		{"Thường trực Ban Bí thư Trần Quốc Vượng ký ban hành Chỉ thị số 35", "Chỉ thị số 35", "TW", ""},
		{"Thông báo số 138 ngày 27/10 của Thanh tra Chính phủ", "Thông báo số 138 ngày 27/10 của Thanh tra Chính phủ", "TTCP", ""},
		{"Tại Thông báo số 12, Thanh tra Chính phủ đã chỉ ra", "Thông báo số 12", "TTCP", ""},
		{"Thực hiện Thông báo số 12, Thanh tra Chính phủ đã chỉ ra", "Thông báo số 12", "", ""},
		{"Kết luận số 21, Ban Thường vụ Tỉnh ủy ban hành", "Kết luận số 21", "", ""},
		{"theo Quy định số 181của Bộ Chính trị", "Quy định số 181của Bộ Chính trị", "TW", ""},
	} {
		refs := Find(tt.in)
		if len(refs) != 1 || refs[0].Raw != tt.raw || refs[0].Issuer != tt.issuer || refs[0].Date != tt.date {
			t.Errorf("Find(%q) = %+v, want one %q by %q on %q", tt.in, refs, tt.raw, tt.issuer, tt.date)
		}
	}
}

// The day of issue stands beside the directive, before the verb, or after the
// title.
func TestIssueDates(t *testing.T) {
	for _, tt := range []struct {
		in, date string
		year     int
		term     string
	}{
		{"Ngày 7/1/2022, Chi cục Kiểm lâm đã ra Kế hoạch số 107", "2022-01-07", 2022, ""}, // a body of no table
		{"ngày 19-12-2016, Bộ Chính trị ban hành một số quy định, trong đó có Quy định số 55-QĐ/TW", "2016-12-19", 2016, "XII"},
		{"Cuối năm 2016, Bộ Chính trị ban hành Quy định số 55-QĐ/TW", "", 2016, ""}, // a year of two congresses
		{"Tháng 12/2017, Bộ Chính trị ban hành Quy định số 105-QĐ/TW", "", 2017, "XII"},
		{"phát triển đến năm 2020, Bộ Chính trị ban hành Quy định số 105-QĐ/TW", "", 0, ""},
		{"Từ ngày 1/7/2025, Tỉnh ủy có Kế hoạch số 107-KH/TU", "", 0, ""},  // since then
		{"Ngày 1/7/2025 họp. Tỉnh ủy có Kế hoạch số 107-KH/TU", "", 0, ""}, // another sentence
		{"Quy định số 102-QĐ/TW về xử lý kỷ luật, ban hành ngày 15/11/2017", "2017-11-15", 2017, "XII"},
		{"Quy định số 102-QĐ/TW về xử lý kỷ luật, ngày 15/11/2017 của Bộ Chính trị", "2017-11-15", 2017, "XII"},
		{"Quy định số 102-QĐ/TW được công bố từ ngày 15/11/2017", "", 2017, "XII"},
		{"Quy định số 102-QĐ/TW, Công điện ngày 15/11/2017 của Thủ tướng", "", 0, ""}, // another's
		{"Quy định số 102-QĐ/TW về xử lý kỷ luật. Họp ngày 15/11/2017 của Bộ Chính trị", "", 0, ""},
		{"Bộ Chính trị khóa XI đã ra Quy định số 102-QĐ/TW", "", 0, "XI"},
		{"Nghị quyết Hội nghị lần thứ năm Ban Chấp hành Trung ương khóa XII về doanh nghiệp (Nghị quyết số 12-NQ/TW)", "", 0, "XII"}, // behind the plenum's name
	} {
		refs := Find(tt.in)
		if len(refs) > 0 && refs[0].Kind == KindPlenum {
			refs = refs[1:]
		}
		if len(refs) != 1 || refs[0].Date != tt.date || refs[0].Year != tt.year || refs[0].Term != tt.term {
			t.Errorf("Find(%q) = %+v, want date %q, year %d, term %q", tt.in, refs, tt.date, tt.year, tt.term)
		}
	}
	two := Find("Nghị quyết số 18-NQ/TW và Nghị quyết số 19-NQ/TW ngày 25-10-2017")
	if len(two) != 2 || two[0].Term != "XII" || two[0].Date != "" {
		t.Errorf("the first of two resolutions is %+v, want one of term XII", two)
	}
}

func TestShortLists(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"Quyết định 217, 218 của Bộ Chính trị", "217-QĐ/TW|Quyết định||;218-QĐ/TW|Quyết định||"},
		{"Nghị quyết số 18 và 19 về", "|Nghị quyết||;|Nghị quyết||"},
		{"Quyết định 217, 218 và 2 năm thực hiện", "|Quyết định||;|Quyết định||"},
		{"Kết luận số 21, 40 văn bản", "|Kết luận||"},
		{"Kết luận 72 và Nghị quyết 32 của Bộ Chính trị", "72-KL/TW|Kết luận||;32-NQ/TW|Nghị quyết||"},
		{"Thông tư 72 và Nghị quyết 32 của Bộ Chính trị", "|Thông tư||;32-NQ/TW|Nghị quyết||"}, // the Party issues no Thông tư
	} {
		if got := line(Find(tt.in)); got != tt.want {
			t.Errorf("Find(%q)\n got %s\nwant %s", tt.in, got, tt.want)
		}
	}
}

// A Thành ủy is a province's committee where its city is under the Centre.
func TestCityIssuer(t *testing.T) {
	for _, tt := range []struct{ in, issuer, city string }{
		{"Chỉ thị số 19 của Ban Thường vụ Thành ủy", "", "TU"},
		{"Văn phòng Thành ủy có thông báo số 49", "", "VPTU"},
		{"Chỉ thị số 19 của Thành ủy Hà Nội", "TU", ""},
		{"Chỉ thị số 19 của Tỉnh ủy", "TU", ""},
	} {
		refs := Find(tt.in)
		if len(refs) != 1 || refs[0].Issuer != tt.issuer || refs[0].CityIssuer != tt.city {
			t.Errorf("Find(%q) = %+v, want issuer %q, %q in a city", tt.in, refs, tt.issuer, tt.city)
		}
	}
	r := Find("Chỉ thị số 19 của Ban Thường vụ Thành ủy")[0]
	if r.SetIssuer("TU"); r.Code != "19-CT/TU" || r.Key != "19-CT/TU" {
		t.Errorf("with its issuer the short form has the code %q", r.Code)
	}
}

func TestRepairs(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"26NQTW", "26-NQ/TW|Nghị quyết||"},
		{"26-NQTW", "26-NQ/TW|Nghị quyết||"},
		{"12IOC", ""},
		{"Kết luận số 2l-KL/TW", "21-KL/TW|Kết luận||"}, // as scanners read
		{"Chỉ thị số O5-CT/TW", "05-CT/TW|Chỉ thị||"},
		{"Nghị quyết 1O/2020/NQ-CP", "10/2020/NQ-CP|Nghị quyết||"},
		{"Nghị quyết 1O/2020/NQ-ABC", ""},                 // an issuer that is not known
		{"Kết luận số 21-\nKL/TW", "21-KL/TW|Kết luận||"}, // broken lines
		{"Kết luận số\r\n21-KL/TW", "21-KL/TW|Kết luận||"},
		{"Kết luận số\n21 của Bộ Chính trị", "21-KL/TW|Kết luận||"},
		{"QUYẾT ĐỊNH\n21 đảng viên", ""},
		{"Quyết định 08/2013/UBND", "08/2013/QĐ-UBND|Quyết định||"}, // the type in words only
		{"Nghị định 108/2014/CP", "108/2014/NĐ-CP|Nghị định||"},
		{"Công văn 8314/UBND", "8314/UBND|Công văn||"},
		{"Công văn 4708/BKHĐT-Th", "4708/BKHĐT-Th|Công văn||"},
		{"Quyết định 1177/QĐ BGDĐT", "1177/QĐ-BGDĐT|Quyết định||"},
		{"Nghị quyết 54/2017/QH 14", "54/2017/QH14|Nghị quyết||"},
		{"Quyết định số 439 – QĐNS/TW", "439-QĐNS/TW|Quyết định||"},
	} {
		if got := line(Find(tt.in)); got != tt.want {
			t.Errorf("Find(%q)\n got %s\nwant %s", tt.in, got, tt.want)
		}
	}
}
