using CommerceVideo.Media.Colours;

namespace CommerceVideo.Tests.Media.Colours;

public sealed class CubeLutTests
{
    private const string Swapped = """
        # red and blue change places
        TITLE "Swap"
        LUT_3D_SIZE 2
        DOMAIN_MIN 0 0 0
        DOMAIN_MAX 1.0 1.0 1.0
        0 0 0
        0 0 1
        0 1 0
        0 1 1
        1 0 0
        1 0 1
        1 1 0
        1 1 1
        """;

    [Fact]
    public void Red_runs_quickest_and_what_lies_between_is_blended()
    {
        var (lut, wrong) = CubeLut.Parse(Swapped);

        Assert.Null(wrong);
        var (red, green, blue) = lut!.At(0.25, 0.5, 0.75);
        Assert.Equal((0.75, 0.5, 0.25), (Math.Round(red, 6), Math.Round(green, 6), Math.Round(blue, 6)));
    }

    [Theory]
    [InlineData("LUT_1D_SIZE 4\n0 0 0", "one-dimensional")]
    [InlineData("LUT_3D_SIZE 1\n", "LUT_3D_SIZE")]
    [InlineData("LUT_3D_SIZE 4000\n", "LUT_3D_SIZE")]
    [InlineData("LUT_3D_SIZE 2\n0 0 0\n", "ends after 1 of its 8")]
    [InlineData("LUT_3D_SIZE 2\n0 0 nan\n", "does not belong")]
    [InlineData("LUT_3D_SIZE 2\nDOMAIN_MAX 2 2 2\n", "DOMAIN")]
    [InlineData("0 0 0\n", "does not belong")]
    [InlineData("", "names no LUT_3D_SIZE")]
    public void What_is_no_look_is_refused_with_the_reason(string text, string says) =>
        Assert.Contains(says, CubeLut.Parse(text).Wrong, StringComparison.Ordinal);

    [Fact]
    public void More_colours_than_its_size_says_are_refused() =>
        Assert.Contains("does not belong", CubeLut.Parse($"{Swapped}\n1 1 1").Wrong, StringComparison.Ordinal);
}
