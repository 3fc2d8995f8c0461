using CommerceVideo.Media.Masks;
using FsCheck;
using FsCheck.Fluent;

namespace CommerceVideo.Tests.Media.Masks;

public sealed class GridCutTests
{
    [Fact]
    public void The_cut_costs_no_more_than_any_other_of_a_small_grid() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<int>(),
                seed =>
                {
                    var puzzle = new Puzzle(seed, Width: 4, Height: 3);
                    var least = Enumerable
                        .Range(0, 1 << 12)
                        .Min(bits => puzzle.Cost(cell => ((bits >> cell) & 1) == 1));
                    var found = puzzle.Solve();
                    return Math.Abs(puzzle.Cost(cell => found[cell]) - least) < 0.001;
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Fact]
    public void A_weak_cell_follows_its_neighbours()
    {
        var cut = new GridCut(3, 1);
        cut.Prefer(0, 0, 5);
        cut.Prefer(1, 0, -1);
        cut.Prefer(2, 0, 5);
        cut.Join(0, 0, 0, 2);
        cut.Join(1, 0, 0, 2);

        Assert.Equal([true, true, true], cut.Solve());
    }

    private sealed record Puzzle(int Seed, int Width, int Height)
    {
        private readonly List<(int From, int To, int Direction, float Cost)> _joins = Joins(Seed, Width, Height);
        private readonly float[] _pulls = Pulls(Seed, Width * Height);

        public bool[] Solve()
        {
            var cut = new GridCut(Width, Height);
            for (var cell = 0; cell < _pulls.Length; cell++)
            {
                cut.Prefer(cell % Width, cell / Width, _pulls[cell]);
            }

            foreach (var (from, _, direction, cost) in _joins)
            {
                cut.Join(from % Width, from / Width, direction, cost);
            }

            return cut.Solve();
        }

        public double Cost(Func<int, bool> product)
        {
            var cost = 0.0;
            for (var cell = 0; cell < _pulls.Length; cell++)
            {
                cost += product(cell) ? Math.Max(0, -_pulls[cell]) : Math.Max(0, _pulls[cell]);
            }

            return cost + _joins.Where(join => product(join.From) != product(join.To)).Sum(join => join.Cost);
        }

        private static float[] Pulls(int seed, int cells)
        {
            var random = new Random(seed);
            return [.. Enumerable.Range(0, cells).Select(_ => (float)((random.NextDouble() * 10) - 5))];
        }

        private static List<(int From, int To, int Direction, float Cost)> Joins(int seed, int width, int height)
        {
            var random = new Random(seed ^ 77);
            var joins = new List<(int, int, int, float)>();
            foreach (var (direction, dx, dy) in new[] { (0, 1, 0), (1, 0, 1), (2, 1, 1), (3, -1, 1) })
            {
                for (var cell = 0; cell < width * height; cell++)
                {
                    var (x, y) = ((cell % width) + dx, (cell / width) + dy);
                    if (x >= 0 && x < width && y < height)
                    {
                        joins.Add((cell, (y * width) + x, direction, (float)(random.NextDouble() * 4)));
                    }
                }
            }

            return joins;
        }
    }
}
