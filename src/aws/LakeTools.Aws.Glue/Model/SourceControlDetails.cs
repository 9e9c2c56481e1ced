namespace Amazon.Glue.Model;

/// <summary>The shape SourceControlDetails of AWS Glue.</summary>
public partial class SourceControlDetails
{
    /// <summary>The provider.</summary>
    public SourceControlProvider Provider { get; set; }

    /// <summary>The repository. 1 to 512 characters.</summary>
    public string Repository { get; set; }

    /// <summary>The owner. 1 to 512 characters.</summary>
    public string Owner { get; set; }

    /// <summary>The branch. 1 to 512 characters.</summary>
    public string Branch { get; set; }

    /// <summary>The folder. 1 to 512 characters.</summary>
    public string Folder { get; set; }

    /// <summary>The last commit id. 1 to 512 characters.</summary>
    public string LastCommitId { get; set; }

    /// <summary>The auth strategy.</summary>
    public SourceControlAuthStrategy AuthStrategy { get; set; }

    /// <summary>The auth token. 1 to 512 characters.</summary>
    public string AuthToken { get; set; }
}
