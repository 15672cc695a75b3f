package message

import (
	"testing"

	"soi/index/schema"
)

func TestRelaxation(t *testing.T) {
	for _, tt := range []struct {
		r      schema.Relaxation
		vi, en string
	}{
		{schema.Relaxation{Field: schema.FieldProvince, Values: []string{"lai-chau", "Sơn La"}}, "Bỏ lọc Tỉnh, thành phố: Lai Châu, Sơn La", "Remove filter Province: Lai Châu, Sơn La"},
		{schema.Relaxation{Field: schema.FieldLevel, Values: []string{"xa"}}, "Bỏ lọc Cấp: Cấp xã", "Remove filter Level: Commune level"},
		{schema.Relaxation{Field: schema.FieldYear, Values: []string{"2021..2023"}}, "Bỏ lọc Năm: 2021–2023", "Remove filter Year: 2021–2023"},
		{schema.Relaxation{Field: schema.FieldPublished, Values: []string{"2021-02-03", ""}}, "Bỏ lọc từ ngày 03/02/2021", "Remove filter from 3 February 2021"},
		{schema.Relaxation{Field: schema.FieldPublished, Values: []string{"", "2021-02-03"}}, "Bỏ lọc đến ngày 03/02/2021", "Remove filter until 3 February 2021"},
		{schema.Relaxation{Values: []string{`"dân vận"`}}, `Bỏ "dân vận"`, `Without "dân vận"`},
		{schema.Relaxation{}, "Tìm lại, bỏ mọi điều kiện lọc", "Search again without filters"},
	} {
		if got := NewPrinter(Vietnamese).Relaxation(tt.r); got != tt.vi {
			t.Errorf("%+v: %s, want %s", tt.r, got, tt.vi)
		}
		if got := NewPrinter(English).Relaxation(tt.r); got != tt.en {
			t.Errorf("%+v: %s, want %s", tt.r, got, tt.en)
		}
	}
}
