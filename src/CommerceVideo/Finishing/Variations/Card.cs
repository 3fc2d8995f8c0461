namespace CommerceVideo.Finishing.Variations;

/// <summary>How a film ends, and where what the product costs is said.</summary>
public enum Card
{
    None,

    /// <summary>Price, offer and what to do, over the end of the film.</summary>
    Offer,

    /// <summary>The same with the product's name, on a picture of its own in the brand's colours.</summary>
    Full,

    /// <summary>The price is there from the first picture on; the end says what to do.</summary>
    Tag,
}
