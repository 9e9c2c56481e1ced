BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    # What only the cmdlets see, called as their base calls it: nothing that is known to fail without an id could stand here.
    $records = (Get-Command Get-GlueTable).ImplementingType.Assembly.GetType('LakeTools.Cmdlets.ErrorRecords')
    function Get-Record([Exception] $Exception) { $records.GetMethod('From').Invoke($null, @($Exception, 'Get-GlueTable', 'target')) }
}

Describe 'What nobody foresaw' {
    It 'has an id, its cause and the object at fault' {
        $cause = [System.Collections.Generic.KeyNotFoundException]::new('no such thing')
        $record = Get-Record $cause
        $record.FullyQualifiedErrorId | Should -Be 'LakeTools.Unexpected'
        $record.Exception.InnerException | Should -Be $cause
        $record.TargetObject | Should -Be 'target'
    }

    It 'is not what the engine throws' {
        $isOfEngine = $records.GetMethod('IsOfEngine')
        $isOfEngine.Invoke($null, @([System.Management.Automation.PipelineStoppedException]::new())) | Should -BeTrue
        $isOfEngine.Invoke($null, @([InvalidOperationException]::new())) | Should -BeFalse
    }
}

Describe 'A service that does not answer in time' {
    It 'is a lost connection' {
        $record = Get-Record ([System.Threading.Tasks.TaskCanceledException]::new('timeout', [TimeoutException]::new()))
        $record.FullyQualifiedErrorId | Should -Be 'LakeTools.ConnectionLost'
        $record.CategoryInfo.Category | Should -Be 'ConnectionError'
    }
}
