using System.Text;
using CommerceVideo.Publishing;
using FsCheck;
using FsCheck.Fluent;

namespace CommerceVideo.Tests.Publishing;

public sealed class AltTextTests
{
    [Theory]
    [InlineData("Red dress", "Video of Red dress")]
    [InlineData("  Red dress\n", "Video of Red dress")]
    [InlineData("قميص", "Video of قميص")]
    public void It_says_what_the_video_shows(string title, string text) => Assert.Equal(text, AltText.Of(title));

    [Fact]
    public void A_title_that_just_fits_stays_whole()
    {
        var title = new string('a', 512 - "Video of ".Length);

        Assert.Equal($"Video of {title}", AltText.Of(title));
    }

    [Fact]
    public void Any_title_gives_text_within_Shopifys_limit_that_breaks_no_letter() =>
        Prop.ForAll<int, string>(
                (padding, title) =>
                {
                    var text = AltText.Of(new string('a', Math.Abs(padding % 600)) + Well(title) + Emoji(300));
                    return text.Length <= 512 && text.EndsWith('…') && Well(text) == text;
                }
            )
            .QuickCheckThrowOnFailure();

    private static string Emoji(int count) => string.Concat(Enumerable.Repeat("👗", count));

    private static string Well(string? text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text ?? ""));
}
