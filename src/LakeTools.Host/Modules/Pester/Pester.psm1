# The state of the one run at a time that a session can have.
$script:Run = $null

foreach ($part in 'Discovery', 'Execution', 'TestDrive', 'Mocking', 'Invocation') { . "$PSScriptRoot/$part.ps1" }
Set-Alias -Name Should -Value Assert-Should -Scope Script
Export-ModuleMember -Function * -Alias Should
