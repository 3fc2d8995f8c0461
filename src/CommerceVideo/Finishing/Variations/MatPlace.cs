namespace CommerceVideo.Finishing.Variations;

/// <summary>Where the brand's ground is beside the film.</summary>
public enum MatPlace
{
    /// <summary>Nowhere: the film fills the frame.</summary>
    None,

    /// <summary>A panel above the film.</summary>
    Above,

    /// <summary>A panel below it.</summary>
    Below,

    /// <summary>All round it.</summary>
    Around,
}
