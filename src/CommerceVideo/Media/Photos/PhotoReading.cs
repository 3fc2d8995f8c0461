namespace CommerceVideo.Media.Photos;

/// <summary>What reading a picture file gave: a picture, or a permanent reason why it cannot be used.</summary>
public abstract record PhotoReading
{
    private PhotoReading() { }

    /// <param name="Photo">The decoded picture.</param>
    /// <param name="ContentHash">
    /// Lower-case hex SHA-256 over size and pixels: the same picture saved again with other metadata has the same one.
    /// </param>
    public sealed record Accepted(Photo Photo, string ContentHash) : PhotoReading
    {
        /// <summary>The file names a colour space that cannot be read here; its values were taken for sRGB.</summary>
        public bool ProfileIgnored { get; init; }
    }

    /// <param name="Code">A stable word for machines, e.g. <c>too_small</c>.</param>
    /// <param name="Text">One or two sentences for the merchant: what is wrong and what to do.</param>
    public sealed record Refused(string Code, string Text) : PhotoReading;
}
