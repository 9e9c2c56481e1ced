#Requires -Version 7.4
<#
.SYNOPSIS
Plans a definition on a pull request, and on merge publishes the plan that was reviewed.
.DESCRIPTION
On a pull request: -Plan checks the definition, compares it with the lake, saves the plan in a folder, and writes it as Markdown for the
pull request and as HTML. On merge: -Publish publishes the saved plan. If the lake has changed since, the plan is refused and the job
fails. Make and review a new plan then.
The connection is the default one of the runner, or that of Connect-Lake.
#>
[CmdletBinding(DefaultParameterSetName = 'Plan')]
param(
    [Parameter(Mandatory, ParameterSetName = 'Plan')] [string] $Plan,
    [Parameter(Mandatory, ParameterSetName = 'Publish')] [switch] $Publish,
    # The folder for the plan, such as an artifact of the pull request.
    [Parameter(Mandatory)] [string] $Folder,
    [hashtable] $Parameter = @{},
    # What the plan may remove, by the rules of the team. Without it, a plan that removes something is refused.
    [Parameter(ParameterSetName = 'Publish')] [string[]] $AllowRemove = @(),
    # A folder that outlives the runner, for the journal.
    [Parameter(ParameterSetName = 'Publish')] [string] $JournalPath
)
$ErrorActionPreference = 'Stop'
$file = Join-Path $Folder plan.json
if ($Publish) {
    $more = @{}
    if ($AllowRemove) { $more.AllowRemove = $AllowRemove }
    if ($JournalPath) { $more.JournalPath = $JournalPath }
    $done = Publish-LakeDefinition -PlanPath $file -Confirm:$false @more
    if ($done.Status -notin 'Done', 'Unchanged') { throw "$($done.Name): $($done.Status)" }
    return $done
}

if (-not (Test-LakeDefinition $Plan -Parameter $Parameter -Quiet)) {
    $findings = Test-LakeDefinition $Plan -Parameter $Parameter
    $findings | ForEach-Object { Write-Warning "$_" }
    if ($findings | Where-Object Severity -EQ Error) { throw "$Plan has errors." }
}
$null = New-Item -ItemType Directory $Folder -Force
$made = Compare-LakeDefinition $Plan -Parameter $Parameter
$made | Export-LakePlan $file
$made | Format-LakePlan -As Markdown | Set-Content (Join-Path $Folder plan.md)
$made | Format-LakePlan -As Html | Set-Content (Join-Path $Folder plan.html)
$made
