namespace LakeTools.Core.Reports;

/// <summary>What people look for in a lake's permissions first. The numbers are those that the page's script knows.</summary>
[Flags]
internal enum ReportMarks
{
    /// <summary>Nothing to look at.</summary>
    None = 0,

    /// <summary>Left to IAM: a grant to the group IAM_ALLOWED_PRINCIPALS.</summary>
    LeftToIam = 1,

    /// <summary>A grant that may be granted to others.</summary>
    Grantable = 2,

    /// <summary>A grant of ALL, which the console calls Super.</summary>
    Everything = 4,

    /// <summary>A principal outside of the account.</summary>
    Outside = 8,

    /// <summary>A table whose location is not registered: Lake Formation does not guard its files.</summary>
    Unguarded = 16,

    /// <summary>Something may be done that could not at the time of the earlier report.</summary>
    Gained = 32,

    /// <summary>Something could be done at the time of the earlier report that may not now.</summary>
    Lost = 64,
}
