namespace CommerceVideo.VideoModels.Register;

/// <summary>Whether a model's Clips have sound.</summary>
public enum ModelSound
{
    /// <summary>Never, or it is switched off.</summary>
    Silent,

    /// <summary>Always: it is taken away afterwards.</summary>
    Always,
}
