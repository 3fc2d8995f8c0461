namespace CommerceVideo.VideoModels.Inputs;

/// <summary>A picture as a provider gets it: JPEG, upright, sRGB, no alpha, in the shape of the Clip, the product whole.</summary>
internal sealed record PreparedPicture(byte[] Jpeg, int Width, int Height)
{
    /// <summary>Without a prefix.</summary>
    public string Base64 => Convert.ToBase64String(Jpeg);

    public string DataUri => $"data:image/jpeg;base64,{Base64}";
}
