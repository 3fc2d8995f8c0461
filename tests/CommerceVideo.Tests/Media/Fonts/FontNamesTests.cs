using CommerceVideo.Media.Fonts;

namespace CommerceVideo.Tests.Media.Fonts;

public sealed class FontNamesTests
{
    /// <summary>The font that <c>./start</c> installs, which films are written in by default.</summary>
    public static string Installed { get; } =
        Directory.EnumerateFiles("/usr/share/fonts", "DejaVuSans.ttf", SearchOption.AllDirectories).First();

    [Fact]
    public void A_font_says_what_it_is_called() =>
        Assert.Equal(("DejaVu Sans", null), FontNames.Read(File.ReadAllBytes(Installed)));

    [Fact]
    public void A_font_that_was_cut_off_is_refused()
    {
        var whole = File.ReadAllBytes(Installed);

        Assert.Equal("It is not a whole TTF or OTF font.", FontNames.Read(whole.AsSpan(0, whole.Length / 2)).Wrong);
        Assert.NotNull(FontNames.Read(whole.AsSpan(0, 20)).Wrong);
    }

    [Fact]
    public void A_web_font_is_refused_with_what_to_bring_instead() =>
        Assert.Contains("TTF or OTF", FontNames.Read("wOF2 and more of it"u8).Wrong, StringComparison.Ordinal);
}
