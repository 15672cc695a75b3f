package index

import (
	"fmt"
	"strings"
	"testing"
)

func TestAgreedTitle(t *testing.T) {
	for _, tt := range []struct{ titles, want, voices string }{
		{"", "", ""},
		{"về việc", "", ""}, // no title
		{"về học tập Bác", "về học tập Bác", "1"},
		{"Về học tập Bác|về học tập Bác|Về học tập Bác", "về học tập Bác", "3"},
		{"về việc học tập Bác|về học tập Bác|về học tập Bác", "về học tập Bác", "3"},                                        // two ways to begin
		{"về hoc tap Bac|về học tập Bác|về học tập Bác", "về học tập Bác", "3"},                                             // marks lost
		{"về kỷ luật đảng viên; xét mức độ|về kỷ luật đảng viên|về kỷ luật đảng viên, sau đó", "về kỷ luật đảng viên", "3"}, // run on
		{"về kỷ luật đảng viên; xét mức độ", "về kỷ luật đảng viên", "1"},                                                   // alone: another clause
		{"về nêu gương và nội dung này dài|về nêu gương và nội dung này dài|về nêu gương", "về nêu gương", "3"},             // copies of one text
		{"về chỉnh đốn Đảng|về chỉnh đốn Đảng; đẩy lùi suy thoái|về chỉnh đốn Đảng; đẩy lùi suy thoái hôm nay|về chỉnh đốn Đảng; đẩy lùi suy thoái, biến chất",
			"về chỉnh đốn Đảng; đẩy lùi suy thoái", "4"}, // several go on alike
		{"về du lịch thành mũi nhọn|về đất đai ở miền núi", "về du lịch thành mũi nhọn", "1 về đất đai ở miền núi:1"}, // a conflict is shown
		{"về tiếp tục thực hiện CT 07 –CT/TW của Bộ Chính trị|về việc tiếp tục thực hiện Chỉ thị số 07-CT/TW|về tiếp tục thực hiện Chỉ thị 07-CT/TW về dân vận",
			"về tiếp tục thực hiện Chỉ thị 07-CT/TW", "3"}, // one directive, written in three ways
		{"về thực hiện CT số 07 - CT/TW , ngày 5/3/2022 của Ban Bí thư", "về thực hiện CT số 07 - CT/TW, ngày 5/3/2022 của Ban Bí thư", "1"}, // alone: as it is written
		{"về đổi mới nội dung và cách làm theo nghề, theo việc|về đổi mới nội dung và cách làm nghề, theo việc",
			"về đổi mới nội dung và cách làm theo nghề, theo việc", "2"}, // a word lost
		{"về rà soát cán bộ đến năm 2020 và những năm tiếp theo gắn với thực hiện quy chế tại xã|về rà soát cán bộ đến năm 2020 và những năm tiếp theo gắn với việc thực hiện quy chế ở thôn",
			"về rà soát cán bộ đến năm 2020 và những năm tiếp theo gắn với việc thực hiện quy chế", "2"}, // a word more
		{"về rà soát cán bộ trong những năm tiếp theo của xã|về rà soát cán bộ trong những năm tiếp theo ở thôn", "về rà soát cán bộ trong những năm tiếp theo", "2"}, // it does not lead on
		{"về học tập Bác|về học tập Bác|về thi đua yêu nước", "về học tập Bác", "2 về thi đua yêu nước:1"},
	} {
		var titles []string
		if tt.titles != "" {
			titles = strings.Split(tt.titles, "|")
		}
		got, voices := agreedTitle(titles)
		var said []string
		for i, v := range voices {
			if i == 0 {
				said = append(said, fmt.Sprint(v.Documents))
				continue
			}
			said = append(said, fmt.Sprintf("%s:%d", v.Value, v.Documents))
		}
		if got != tt.want || strings.Join(said, " ") != tt.voices {
			t.Errorf("%q\n got %q, %s\nwant %q, %s", tt.titles, got, strings.Join(said, " "), tt.want, tt.voices)
		}
	}
}
