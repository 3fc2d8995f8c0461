namespace CommerceVideo.Finishing.Variations;

/// <summary>Which part of the product a frame shows, along its longer side.</summary>
public enum FramePart
{
    Whole,

    /// <summary>Its upper end, or the left one of a wide product.</summary>
    Start,

    Middle,

    /// <summary>Its lower end, or the right one of a wide product.</summary>
    End,
}
