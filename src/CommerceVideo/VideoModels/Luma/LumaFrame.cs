using CommerceVideo.VideoModels.Inputs;

namespace CommerceVideo.VideoModels.Luma;

/// <summary>A frame that the Clip runs through.</summary>
/// <param name="Link">Where Luma can fetch it; null where the API takes the bytes.</param>
internal sealed record LumaFrame(PreparedPicture Picture, Uri? Link);
