using CommerceVideo.VideoModels.Calls;
using CommerceVideo.VideoModels.Google;

namespace CommerceVideo.VideoModels.Vertex;

/// <summary>
/// How an operation of Veo failed (gRPC codes; cloud.google.com Veo, responsible AI, 2026-11-22); pure. Refusals of a call are
/// Google's own.
/// </summary>
internal static class VertexFailures
{
    public static (FailureKind Kind, string Reason)? Of(ProviderAnswer.Answered answer) => GoogleFailures.Of(answer);

    public static FailureKind OfEnd(VertexOperation operation) =>
        operation switch
        {
            { Filtered: true } => FailureKind.ContentRefused,
            { Code: 3 or 9 or 11 } => GoogleFailures.OfBadRequest(operation.Message),
            { Code: 4 } => FailureKind.TimedOut,
            { Code: 5 } => FailureKind.Retired,
            { Code: 7 or 16 } => FailureKind.AuthRejected,
            { Code: 8 } => FailureKind.RateLimited,
            // 1, 2, 10, 13, 14 and what has no number: its own trouble.
            _ => FailureKind.Unknown,
        };

    public static string Reason(VertexOperation operation) =>
        OfEnd(operation) switch
        {
            FailureKind.ContentRefused => "Google's content rules refuse this picture, this wish or what came of them.",
            FailureKind.RateLimited => "Google had no room left in this project's quota.",
            _ when operation.Message.Length > 0 => $"Veo could not make it: {operation.Message}",
            _ => "Veo ended without a video.",
        };
}
