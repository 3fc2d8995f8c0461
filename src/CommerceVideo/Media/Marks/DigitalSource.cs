namespace CommerceVideo.Media.Marks;

/// <summary>How pictures came about, in the words of the IPTC (cv.iptc.org/newscodes/digitalsourcetype), which C2PA uses too.</summary>
public sealed record DigitalSource(string Code)
{
    private const string Scheme = "http://cv.iptc.org/newscodes/digitalsourcetype/";

    /// <summary>A trained model's motion over a real photo.</summary>
    public static DigitalSource GeneratedOverPhoto { get; } = new("compositeWithTrainedAlgorithmicMedia");

    /// <summary>A real photo moved, cut and lit by a program; no model invented any of it.</summary>
    public static DigitalSource PhotoMoved { get; } = new("algorithmicallyEnhanced");

    public string Address => Scheme + Code;
}
