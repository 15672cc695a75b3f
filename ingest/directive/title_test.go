package directive

import (
	"strings"
	"testing"

	"soi/index/schema"
)

func TestTitles(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"Chỉ thị 05-CT/TW về đẩy mạnh học tập và làm theo Bác.", "về đẩy mạnh học tập và làm theo Bác"},
		{"Kết luận số 21-KL/TW, ngày 25/10/2021 của Ban Chấp hành Trung ương về xây dựng, chỉnh đốn Đảng\nTin khác", "về xây dựng, chỉnh đốn Đảng"},
		{"Chỉ thị 05-CT/TW được triển khai sớm. Về việc này", ""},
		{"Chỉ thị 05-CT/TW. Về việc này nói sau", ""}, // another sentence
		{"Chỉ thị 05-CT/TW về", ""},
		{"Đưa Chỉ thị 05-CT/TW về tận thôn, bản", ""},
		{"Chỉ thị 05-CT/TW vẻ vang một thời", ""},                                                         // another word
		{"Chi thi 05-CT/TW ve hoc tap va lam theo Bac", "ve hoc tap va lam theo Bac"},                     // without marks
		{"Chỉ thị 05-CT/TW “về học tập và làm theo Bác” đã vào nếp", "về học tập và làm theo Bác"},        // quoted
		{`Chỉ thị 05-CT/TW về "Học tập và làm theo Bác" diễn ra tại xã`, `về "Học tập và làm theo Bác"`},  // quoted behind về
		{"(theo Chỉ thị 05-CT/TW về học tập Bác) đã xong", "về học tập Bác"},                              // in brackets
		{"Chỉ thị 05-CT/TW về an toàn thực phẩm (ATTP) hiện nay", "về an toàn thực phẩm (ATTP) hiện nay"}, // brackets of its own
		{"Quy định 102-QĐ/TW về xử lý kỷ luật, Ban Bí thư quyết định", "về xử lý kỷ luật"},                // another clause
		{"Chỉ thị 05-CT/TW về học tập Bác đã vào nếp", "về học tập Bác"},                                  // nor what was done
		{"Chỉ thị 05-CT/TW về học tập Bác, theo đó mỗi chi bộ làm một việc", "về học tập Bác"},
		{"Chỉ thị 05-CT/TW về học tập Bác, trong đó có việc nêu gương", "về học tập Bác"},
		{"Chỉ thị 05-CT/TW về học tập Bác, Luật Trẻ em và nhiều việc", "về học tập Bác"},
		{"Chỉ thị 05-CT/TW về Báo chí, Thông tin và Luật sư ở xã", "về Báo chí, Thông tin và Luật sư ở xã"},
		{"Chỉ thị 05-CT/TW về học tập Bác thì việc này phải làm", "về học tập Bác"},
		{"Chỉ thị 05-CT/TW về học tập Bác diễn ra tại xã", "về học tập Bác"},
		{"Chỉ thị 05-CT/TW về học tập Bác sáng nay 20-4", "về học tập Bác"},
		{"Chỉ thị 05-CT/TW về học tập Bác chiều 5/3", "về học tập Bác"},
		{"Chỉ thị 05-CT/TW về buổi sáng ở trường học", "về buổi sáng ở trường học"},
		{"Chỉ thị 05-CT/TW về học tập Bác do Thành ủy Huế tổ chức", "về học tập Bác"},
		{"Chỉ thị 05-CT/TW về hậu quả do bão gây ra ở xã", "về hậu quả do bão gây ra ở xã"},
		{"Chỉ thị 05-CT/TW về ngăn chặn “tự diễn biến”, “tự chuyển hóa” ở xã", "về ngăn chặn “tự diễn biến”, “tự chuyển hóa” ở xã"},
		{`Chỉ thị 05-CT/TW về ngăn chặn "tự diễn biến", "tự chuyển hóa" ở xã`, `về ngăn chặn "tự diễn biến", "tự chuyển hóa" ở xã`},
		{`Chỉ thị 05-CT/TW về "Học tập Bác Hồ” ở xã`, `về "Học tập Bác Hồ”`}, // quotes that do not match
		{"Chỉ thị 05-CT/TW về học tập Bác và Kế hoạch hành động số 45/KH-UBND", "về học tập Bác"},
		{"Chỉ thị 05-CT/TW về việc lập Kế hoạch chuyển đổi số", "về việc lập Kế hoạch chuyển đổi số"},
		{"Chỉ thị 05-CT/TW về học tập Bác và Điểm 12 Thông báo 64/TB-UBND", "về học tập Bác"},
		{`“Làm theo Chỉ thị 05-CT/TW về học tập Bác”, ông Sơn nói`, "về học tập Bác"},
		{"Chỉ thị 05-CT/TW về học tập Bác (thay thế Chỉ thị 03-CT/TW)", "về học tập Bác"},
		{"Chỉ thị 05-CT/TW về đạo đức, phong cách Hồ Chí Minh", "về đạo đức, phong cách Hồ Chí Minh"},                 // a name is none
		{"Chỉ thị 05-CT/TW về trách nhiệm với Đảng, Nhà nước", "về trách nhiệm với Đảng, Nhà nước"},                   // nor is this
		{"Chỉ thị 05-CT/TW về chợ ở TP. Huế hôm nay. Sau đó", "về chợ ở TP. Huế hôm nay"},                             // no end of a sentence
		{"Nghị quyết 18-NQ/TW về bộ máy và Nghị quyết 19-NQ/TW về đơn vị sự nghiệp", "về bộ máy|về đơn vị sự nghiệp"}, // two directives
		{"Kết luận 01-KL/TW về tiếp tục thực hiện Chỉ thị 05-CT/TW về học tập Bác", "về tiếp tục thực hiện Chỉ thị 05-CT/TW|về học tập Bác"},
		{"Chỉ thị 05-CT/TW về học tập Bác trong các năm tiếp theo.", "về học tập Bác trong các năm tiếp theo"},
		{"Chỉ thị 05-CT/TW về nêu gương và Quy chế kèm theo, ban hành sớm", "về nêu gương và Quy chế kèm theo"},
		{"Chỉ thị 05-CT/TW về nêu gương theo", "về nêu gương"},                                             // it leads on
		{"Chỉ thị 05-CT/TW về chuyển đổi số. Chỉ thị 06-CT/TW về đầu tư và", "về chuyển đổi số|về đầu tư"}, // "số" and "tư" are no "so" and "từ"
		{"Nghị quyết 05-NQ/TW về " + strings.Repeat("việc lớn, ", 60) + "hết", "về " + strings.TrimSuffix(strings.Repeat("việc lớn, ", 28), ", ")},
	} {
		d := schema.Document{Text: tt.text}
		Resolve(&d)
		var got []string
		for _, r := range d.References {
			if r.Title != "" {
				got = append(got, r.Title)
			}
		}
		if got := strings.Join(got, "|"); got != tt.want {
			t.Errorf("titles of %.90q\n got %q\nwant %q", tt.text, got, tt.want)
		}
	}
}

// Whatever the text, titles lie behind their mention and the work is bounded
// for each.
func TestTitlesOfHostileTexts(t *testing.T) {
	for _, text := range []string{
		strings.Repeat("Chỉ thị 05-CT/TW về (", 20_000),
		strings.Repeat("Chỉ thị 05-CT/TW “về ", 20_000),
		"Chỉ thị 05-CT/TW" + strings.Repeat(" ", 1<<20) + "về đâu",
		"Chỉ thị 05-CT/TW về a\xff\xfe b\xf0\x9f c",
		"Chỉ thị 05-CT/TW về " + strings.Repeat("ư", 1<<20),
	} {
		d := schema.Document{Text: text}
		Resolve(&d)
		for _, r := range d.References {
			if len(r.Title) > maxTitle {
				t.Errorf("%.40q: a title of %d bytes", text, len(r.Title))
			}
		}
	}
}
