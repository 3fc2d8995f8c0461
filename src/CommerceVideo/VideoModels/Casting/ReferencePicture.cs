namespace CommerceVideo.VideoModels.Casting;

/// <summary>One reference picture on its way to a model, and whom or what it shows.</summary>
public sealed record ReferencePicture(PhotoFile Photo, CastMember Member);
