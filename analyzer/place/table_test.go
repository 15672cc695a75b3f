package place

import (
	"slices"
	"strings"
	"testing"
)

// The heads of the tables promise fields, order and no doubles.
func TestTables(t *testing.T) {
	for name, table := range map[string]struct {
		text   string
		fields int // 0: at least two
	}{
		"provinces.txt":    {provinceText, 7},
		"districts.txt":    {districtText, 4},
		"history.txt":      {historyText, 5},
		"earlier.txt":      {earlierText, 5},
		"communes.txt":     {communeText, 0},
		"communes2025.txt": {communeText2025, 0},
	} {
		var lines []string
		for line := range strings.Lines(table.text) {
			line = strings.TrimSuffix(line, "\n")
			if line[0] == '#' {
				continue
			}
			if n := strings.Count(line, "\t") + 1; table.fields > 0 && n != table.fields || n < 2 {
				t.Errorf("%s: %d fields in %q", name, n, line)
			}
			lines = append(lines, line)
		}
		if sorted := slices.Compact(slices.Sorted(slices.Values(lines))); !slices.Equal(lines, sorted) {
			t.Errorf("%s: lines are not sorted, or some are doubles", name)
		}
		if !strings.HasPrefix(table.text, "# ") || !strings.Contains(table.text, "# Source:") {
			t.Errorf("%s: the head does not tell the source", name)
		}
	}
}

func TestTableNames(t *testing.T) {
	for _, d := range gazetteer().districts {
		checkName(t, d.Name)
		if p, ok := FindProvince(d.Province); !ok || p.Name != d.Province {
			t.Errorf("district %s lies in %q, which is no province", d.Name, d.Province)
		}
		if !slices.Contains([]string{"huyện", "quận", "thị xã", "thành phố"}, d.Type) {
			t.Errorf("district %s has the type %q", d.Name, d.Type)
		}
		if d.Until > lastDay || d.Until < "2008" {
			t.Errorf("district %s ended on %q", d.Name, d.Until)
		}
	}
	for _, c := range communeTable().communes {
		checkName(t, c.Name)
		if p, ok := FindProvince(c.Province); !ok || p.Name != c.Province || c.Type == "" {
			t.Errorf("commune %s %s lies in %q", c.Type, c.Name, c.Province)
		}
		if c.District == "" && c.Type == "thị trấn" {
			t.Errorf("thị trấn %s has no district", c.Name)
		}
	}
}
