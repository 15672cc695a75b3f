package index

import (
	"testing"

	"soi/index/schema"
)

// The level of a directive is that of its places, or of its abbreviation where
// the lowest place is not known; then the directive is not told from others.
func TestLevelOfIdentity(t *testing.T) {
	for _, tt := range []struct {
		identity string
		level    schema.Level
		open     bool
	}{
		{"12-KH/ĐU@quang-nam/tien-phuoc/tien-canh", schema.LevelCommune, false},
		{"12-KH/ĐU@da-nang/-/tien-phuoc", schema.LevelCommune, false},
		{"12-KH/ĐU@da-nang", schema.LevelCommune, true},
		{"12-KH/ĐU@quang-nam/tien-phuoc", schema.LevelCommune, true},
		{"12-KH/ĐU@-/-/tan-lap", schema.LevelCommune, true},
		{"12-KH/ĐU", schema.LevelCommune, true},
		{"64-KH/HU@quang-nam/tien-phuoc", schema.LevelDistrict, false},
		{"64-KH/HU@quang-nam", schema.LevelDistrict, true},
		{"64-KH/HU@-/chau-thanh", schema.LevelDistrict, true},
		{"05-NQ/TU@quang-nam", schema.LevelProvince, false},
		{"05-NQ/TU@quang-nam/tam-ky", schema.LevelDistrict, false},
		{"12/QĐ-UBND@quang-nam:2023", schema.LevelProvince, false},
		{"12/QĐ-UBND@quang-nam/-:2023", schema.LevelDistrict, true},
		{"12/QĐ-UBND@quang-nam/tien-phuoc/-:2023", schema.LevelCommune, true},
		{"12/QĐ-UBND@quang-nam/nui-thanh/tam-hiep:2023", schema.LevelCommune, false},
		{"37-QĐ/TW@XIII:quy-dinh", schema.LevelCentral, false},
	} {
		if level, open := levelOf(tt.identity), isOpen(tt.identity); level != tt.level || open != tt.open {
			t.Errorf("%s: level %s, open %t; want %s, %t", tt.identity, level, open, tt.level, tt.open)
		}
	}
}
