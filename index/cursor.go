package index

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"math"

	"soi/index/internal/engine"
	"soi/index/schema"
)

// A cursor is base64 of
//
//	1 byte   version, and the order it belongs to
//	8 bytes  score, big-endian bits of a float64
//	value    of the order's field, ends with a zero byte
//	id       of the last hit
//
// It tells a place in an order, not a number of hits, so it stays right when
// documents come and go.

// cursorOrders are the first bytes of cursors.
var cursorOrders = map[schema.Sort]byte{"": 1, schema.SortScore: 1, schema.SortNewest: 2, schema.SortOldest: 3}

func writeCursor(sort schema.Sort, p engine.Place) string {
	c := []byte{cursorOrders[sort]}
	c = binary.BigEndian.AppendUint64(c, math.Float64bits(p.Score))
	c = append(append(c, p.Value...), 0)
	return base64.RawURLEncoding.EncodeToString(append(c, p.ID...))
}

// readCursor gives the place of a cursor; nil if it is empty.
func readCursor(sort schema.Sort, cursor string) (*engine.Place, error) {
	if cursor == "" {
		return nil, nil
	}
	c, err := base64.RawURLEncoding.DecodeString(cursor)
	if err != nil || len(c) < 9 || c[0] != cursorOrders[sort] {
		return nil, schema.ErrCursor
	}
	value, id, ok := bytes.Cut(c[9:], []byte{0})
	score := math.Float64frombits(binary.BigEndian.Uint64(c[1:]))
	if !ok || math.IsNaN(score) {
		return nil, schema.ErrCursor
	}
	return &engine.Place{Score: score, Value: string(value), ID: string(id)}, nil
}
