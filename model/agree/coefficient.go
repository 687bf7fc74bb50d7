package agree

// Ratings is what coders say of units: a row for each unit, in it a value for each
// coder, "" where that coder says nothing.
type Ratings [][]string

// Kappa is the kappa of two coders over the units of which both say something: how far
// they agree beyond what their own shares of the values would give by chance, 1 for
// always. ok is false where nothing can be said: no unit, or both give one value alone.
//
// Jacob Cohen, A Coefficient of Agreement for Nominal Scales, Educational and
// Psychological Measurement 20 (1960), 37-46.
func (r Ratings) Kappa(first, second int) (kappa float64, ok bool) {
	return code(r.columns(first, second)).kappa()
}

// Alpha is the alpha of any number of coders for values without an order (nominal):
// units of which fewer than two say something count for nothing. ok is false where
// nothing can be said: no such unit, or all values are the same.
//
// Klaus Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), section C.
func (r Ratings) Alpha() (alpha float64, ok bool) { return code(r).alpha() }

// MeanKappa is the mean of the kappas of all pairs of coders for which there is one.
//
// Richard J. Light, Measures of response agreement for qualitative data, Psychological
// Bulletin 76 (1971), 365-377.
func (r Ratings) MeanKappa() (kappa float64, ok bool) { return code(r).meanKappa() }

// columns is the ratings of some coders.
func (r Ratings) columns(coders ...int) Ratings {
	some := make(Ratings, len(r))
	for i, unit := range r {
		for _, c := range coders {
			some[i] = append(some[i], unit[c])
		}
	}
	return some
}

// coded is ratings with numbers for values, -1 for none.
type coded struct {
	units  [][]int
	values int
	coders int
}

func code(r Ratings) coded {
	numbers := make(map[string]int)
	c := coded{units: make([][]int, len(r))}
	for i, unit := range r {
		c.coders = len(unit)
		c.units[i] = make([]int, len(unit))
		for j, value := range unit {
			if value == "" {
				c.units[i][j] = -1
				continue
			}
			n, known := numbers[value]
			if !known {
				n, numbers[value] = len(numbers), len(numbers)
			}
			c.units[i][j] = n
		}
	}
	c.values = len(numbers)
	return c
}

func (c coded) kappa() (float64, bool) { return c.kappaOf(0, 1) }

func (c coded) kappaOf(first, second int) (kappa float64, ok bool) {
	shares := [2][]float64{make([]float64, c.values), make([]float64, c.values)}
	n, agreed := 0.0, 0.0
	for _, unit := range c.units {
		a, b := unit[first], unit[second]
		if a < 0 || b < 0 {
			continue
		}
		n++
		shares[0][a]++
		shares[1][b]++
		if a == b {
			agreed++
		}
	}
	chance := 0.0
	for v := range c.values {
		chance += shares[0][v] * shares[1][v]
	}
	if n == 0 || chance == n*n {
		return 0, false
	}
	chance /= n
	return (agreed - chance) / (n - chance), true
}

func (c coded) meanKappa() (kappa float64, ok bool) {
	sum, n := 0.0, 0
	for first := range c.coders {
		for second := first + 1; second < c.coders; second++ {
			if k, ok := c.kappaOf(first, second); ok {
				sum += k
				n++
			}
		}
	}
	if n == 0 {
		return 0, false
	}
	return sum / float64(n), true
}

// alpha is 1 - (n-1) Σ_units Σ_values n_uv(m_u-n_uv)/(m_u-1) / Σ_values n_v(n-n_v),
// where a unit has m_u values, n_uv of them v, and all units together n and n_v.
func (c coded) alpha() (alpha float64, ok bool) {
	of, all := make([]float64, c.values), make([]float64, c.values)
	n, observed := 0.0, 0.0
	for _, unit := range c.units {
		clear(of)
		said := 0.0
		for _, v := range unit {
			if v >= 0 {
				of[v]++
				said++
			}
		}
		if said < 2 {
			continue
		}
		n += said
		for v, times := range of {
			all[v] += times
			observed += times * (said - times) / (said - 1)
		}
	}
	expected := 0.0
	for _, times := range all {
		expected += times * (n - times)
	}
	if expected == 0 {
		return 0, false
	}
	return 1 - (n-1)*observed/expected, true
}
