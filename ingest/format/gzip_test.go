package format

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"testing"
)

// zeros is a reader of n zero bytes, which compress as nothing else does.
type zeros struct{ n int }

func (z *zeros) Read(p []byte) (int, error) {
	if z.n == 0 {
		return 0, io.EOF
	}
	n := min(len(p), z.n)
	clear(p[:n])
	z.n -= n
	return n, nil
}

func compress(t *testing.T, r io.Reader) []byte {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := io.Copy(z, r); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func gunzipAll(raw []byte) (int64, error) {
	r, err := Gunzip(bytes.NewReader(raw))
	if err != nil {
		return 0, err
	}
	return io.Copy(io.Discard, r)
}

func TestGunzip(t *testing.T) {
	whole := compress(t, bytes.NewReader([]byte("Tự soi, tự sửa")))
	damaged := bytes.Clone(whole)
	damaged[len(damaged)-6] ^= 1 // the checksum
	for _, tt := range []struct {
		name string
		raw  []byte
		size int64
		err  error
	}{
		{"whole", whole, 20, nil},
		{"two behind one another", append(bytes.Clone(whole), whole...), 40, nil},
		{"empty", nil, 0, ErrEmpty},
		{"cut", whole[:len(whole)-4], 20, ErrGzip},
		{"cut in its head", whole[:5], 0, ErrGzip},
		{"bad checksum", damaged, 20, ErrGzip},
		{"no gzip", []byte("Tự soi, tự sửa"), 0, ErrGzip},
		{"garbage behind", append(bytes.Clone(whole), "chữ chữ chữ chữ"...), 20, ErrGzip},
		{"large but honest", compress(t, &zeros{8 << 20}), 8 << 20, nil},
	} {
		if size, err := gunzipAll(tt.raw); size != tt.size || !errors.Is(err, tt.err) {
			t.Errorf("%s: %d bytes, %v, want %d, %v", tt.name, size, err, tt.size, tt.err)
		}
	}
}

// A bomb is stopped soon after the bytes that are free.
func TestGunzipBomb(t *testing.T) {
	const size = 128 << 20
	bomb := compress(t, &zeros{size})
	read, err := gunzipAll(bomb)
	if !errors.Is(err, ErrBomb) || read > size*3/4 {
		t.Errorf("%d bytes out of %d, %v, want %v", read, len(bomb), err, ErrBomb)
	}
}
