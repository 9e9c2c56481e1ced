namespace Amazon.LakeFormation.Model;

/// <summary>The shape LFTagError of AWS Lake Formation.</summary>
public partial class LFTagError
{
    /// <summary>The LF-tag.</summary>
    public LFTagPair LFTag { get; set; }

    /// <summary>The error.</summary>
    public ErrorDetail Error { get; set; }
}
