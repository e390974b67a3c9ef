class Networks:
    def __init__(self, stage): pass
    def run(self): pass
