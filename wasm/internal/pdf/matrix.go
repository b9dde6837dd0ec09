package pdf

// matrix maps (x, y) to (a*x+c*y+e, b*x+d*y+f) (ISO 32000-1, 8.3.3).
type matrix struct{ a, b, c, d, e, f float64 }

var identity = matrix{a: 1, d: 1}

// then is m followed by n.
func (m matrix) then(n matrix) matrix {
	return matrix{
		m.a*n.a + m.b*n.c, m.a*n.b + m.b*n.d,
		m.c*n.a + m.d*n.c, m.c*n.b + m.d*n.d,
		m.e*n.a + m.f*n.c + n.e, m.e*n.b + m.f*n.d + n.f,
	}
}

// moved is m after a step in its own space.
func (m matrix) moved(x, y float64) matrix {
	m.e += x*m.a + y*m.c
	m.f += x*m.b + y*m.d
	return m
}

// matrixOf reads six numbers.
func matrixOf(n []float64) matrix {
	return matrix{n[0], n[1], n[2], n[3], n[4], n[5]}
}
