namespace Amazon.Glue.Model;

/// <summary>The shape ViewValidation of AWS Glue.</summary>
public partial class ViewValidation
{
    /// <summary>The dialect.</summary>
    public ViewDialect Dialect { get; set; }

    /// <summary>The dialect version. 1 to 255 characters.</summary>
    public string DialectVersion { get; set; }

    /// <summary>The view validation text. At most 409600 characters.</summary>
    public string ViewValidationText { get; set; }

    /// <summary>The update time. UTC.</summary>
    public DateTime? UpdateTime { get; set; }

    /// <summary>The state.</summary>
    public ResourceState State { get; set; }

    /// <summary>The error.</summary>
    public ErrorDetail Error { get; set; }
}
