namespace CommerceVideo.Webhooks;

/// <summary>How the reading of a request body ended.</summary>
internal enum BodyReading
{
    Whole,
    TooLarge,
    NoRoom,
}
