using CommerceVideo.Finishing.Words;
using CommerceVideo.Media.Colours;

namespace CommerceVideo.Tests.Finishing.Words;

public sealed class LegibilityTests
{
    private static readonly Rgb Plate = new(17, 17, 17);

    [Theory]
    [InlineData("#000000", "#ffffff", 21)]
    [InlineData("#777777", "#ffffff", 4.48)]
    [InlineData("#ff0000", "#ffffff", 4)]
    [InlineData("#767676", "#ffffff", 4.54)]
    public void Contrast_is_that_of_the_guidelines(string one, string other, double contrast) =>
        Assert.Equal(contrast, Rgb.Parse(one)!.Value.Contrast(Rgb.Parse(other)!.Value), 2);

    [Fact]
    public void On_a_dark_and_even_ground_words_need_no_plate()
    {
        var inking = Legibility.Choose(Grey(10, 60), Rgb.White, Plate, large: false);

        Assert.Equal((Rgb.White, 0.0), (inking.Ink, inking.PlateOpacity));
        Assert.InRange(inking.Contrast, 4.5, 21);
    }

    [Fact]
    public void On_a_light_ground_the_ink_turns_dark_before_a_plate_is_laid() =>
        Assert.Equal(
            (Rgb.Black, 0.0),
            Legibility.Choose(Grey(200, 250), Rgb.White, Plate, large: false) is var one
                ? (one.Ink, one.PlateOpacity)
                : default
        );

    [Fact]
    public void What_large_letters_may_stand_on_needs_a_plate_for_small_ones()
    {
        var ground = Grey(0, 140);

        Assert.Equal(0, Legibility.Choose(ground, Rgb.White, Plate, large: true).PlateOpacity);
        Assert.InRange(Legibility.Choose(ground, Rgb.White, Plate, large: false).PlateOpacity, 0.5, 1);
    }

    [Theory]
    [InlineData("#ffffff", "#111111")]
    [InlineData("#e8c15a", "#fffaf0")]
    [InlineData("#777777", "#777777")]
    [InlineData("#d01010", "#10d010")]
    public void Whatever_the_ground_and_the_brand_words_keep_their_contrast(string ink, string plate)
    {
        var random = new Random(7);
        for (var round = 0; round < 2000; round++)
        {
            var (dark, light) = Bounds(random);
            var large = round % 2 == 0;

            var inking = Legibility.Choose(
                new Beneath(dark, light),
                Rgb.Parse(ink)!.Value,
                Rgb.Parse(plate)!.Value,
                large
            );

            // Any pixel between the two.
            var pixel = new Rgb(
                Between(random, dark.Red, light.Red),
                Between(random, dark.Green, light.Green),
                Between(random, dark.Blue, light.Blue)
            );
            var seen = inking.Plate.Over(pixel, inking.PlateOpacity);
            Assert.True(inking.Ink.Contrast(seen) >= (large ? 3 : 4.5) - 0.05, $"{inking} on {pixel}");
        }
    }

    private static (Rgb, Rgb) Bounds(Random random)
    {
        Span<byte> one = [0, 0, 0];
        Span<byte> other = [0, 0, 0];
        random.NextBytes(one);
        random.NextBytes(other);
        return (
            new Rgb(Math.Min(one[0], other[0]), Math.Min(one[1], other[1]), Math.Min(one[2], other[2])),
            new Rgb(Math.Max(one[0], other[0]), Math.Max(one[1], other[1]), Math.Max(one[2], other[2]))
        );
    }

    private static byte Between(Random random, byte from, byte to) => (byte)random.Next(from, to + 1);

    private static Beneath Grey(byte darkest, byte lightest) =>
        new(new Rgb(darkest, darkest, darkest), new Rgb(lightest, lightest, lightest));
}
