namespace CommerceVideo.VideoModels.Calls;

/// <summary>What an answer to a submit means, the same for every provider; pure.</summary>
internal static class Submission
{
    /// <param name="ticket">The provider's reference out of a good answer; null when it is not in it.</param>
    /// <param name="refusal">What a definite refusal (a 4xx, or a 200 that says no) means; null when this answer is none.</param>
    public static SubmitOutcome Of(
        ProviderAnswer answer,
        Func<ProviderAnswer.Answered, string?> ticket,
        Func<ProviderAnswer.Answered, (FailureKind Kind, string Reason)?> refusal
    ) =>
        answer switch
        {
            ProviderAnswer.NotSent none => new SubmitOutcome.Failed(FailureKind.ProviderDown, none.Reason),
            ProviderAnswer.Lost lost => new SubmitOutcome.Unclear(lost.Reason),
            ProviderAnswer.Answered answered when refusal(answered) is { } no => new SubmitOutcome.Failed(
                no.Kind,
                no.Reason
            ),
            ProviderAnswer.Answered { IsSuccess: true } answered
                when ticket(answered) is { } reference && !string.IsNullOrWhiteSpace(reference) =>
                new SubmitOutcome.Accepted(reference),
            ProviderAnswer.Answered { IsSuccess: true } => new SubmitOutcome.Unclear(
                "The provider said yes in words that cannot be read."
            ),
            ProviderAnswer.Answered { Status: 429 } => new SubmitOutcome.Failed(
                FailureKind.RateLimited,
                "The provider is asked too often."
            ),
            ProviderAnswer.Answered { Status: >= 400 and < 500 } answered => new SubmitOutcome.Failed(
                FailureKind.Unknown,
                $"The provider refused it (HTTP {answered.Status})."
            ),
            ProviderAnswer.Answered answered => new SubmitOutcome.Unclear(
                $"The provider answered HTTP {answered.Status}, which does not say whether it took the request."
            ),
            _ => throw new InvalidOperationException("An exchange is answered, not sent or lost."),
        };

    /// <summary>What a read that failed says: nothing of the request, which may be doing well.</summary>
    public static CheckOutcome.Unseen Unseen(ProviderAnswer answer, FailureKind? kind = null) =>
        answer switch
        {
            ProviderAnswer.NotSent none => new(kind ?? FailureKind.ProviderDown, none.Reason, Soon),
            ProviderAnswer.Lost lost => new(kind ?? FailureKind.ProviderDown, lost.Reason, Soon),
            ProviderAnswer.Answered { Status: 429 } => new(
                FailureKind.RateLimited,
                "The provider is asked too often.",
                Soon
            ),
            ProviderAnswer.Answered answered => new(
                kind ?? FailureKind.ProviderDown,
                $"The provider answered HTTP {answered.Status} when asked how far it is.",
                Soon
            ),
            _ => throw new InvalidOperationException("An exchange is answered, not sent or lost."),
        };

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(15);
}
