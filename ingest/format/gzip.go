package format

import (
	"bufio"
	"compress/flate"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
)

// A gzip stream may give bombFree bytes, and bombRatio bytes more for each
// byte read. Text of words compresses 3 to 10 times, logs and tables up to
// 50; a stream of one repeated byte reaches 1,032.
const (
	bombFree  = 64 << 20
	bombRatio = 100
)

// Gunzip decompresses r as it is read. Reading returns ErrBomb when the
// stream grows beyond what text does, and ErrGzip when it is damaged or cut
// off; what was read before holds.
func Gunzip(r io.Reader) (io.Reader, error) {
	counted := &countingReader{r: r}
	z, err := gzip.NewReader(bufio.NewReader(counted))
	if err != nil {
		return nil, gzipError(err)
	}
	return &gunzip{z: z, in: counted}, nil
}

type gunzip struct {
	z   *gzip.Reader
	in  *countingReader
	out int64
}

func (g *gunzip) Read(p []byte) (int, error) {
	n, err := g.z.Read(p)
	g.out += int64(n)
	if g.out > bombFree+bombRatio*g.in.n {
		return n, fmt.Errorf("%w: %d bytes out of %d", ErrBomb, g.out, g.in.n)
	}
	if err != nil && err != io.EOF {
		return n, gzipError(err)
	}
	return n, err
}

// gzipError puts an error of package gzip into our words and lets the
// errors of the file below through.
func gzipError(err error) error {
	switch {
	case errors.Is(err, io.ErrUnexpectedEOF):
		return fmt.Errorf("%w: the file ends too early", ErrGzip)
	case errors.Is(err, io.EOF):
		return ErrEmpty
	case errors.Is(err, gzip.ErrHeader), errors.Is(err, gzip.ErrChecksum), errors.As(err, new(flate.CorruptInputError)):
		return fmt.Errorf("%w: %w", ErrGzip, err)
	}
	return err
}

type countingReader struct {
	r io.Reader
	n int64
}

func (c *countingReader) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	return n, err
}
